//! Reads who is sought, where and how in Chinese, Japanese and Korean, which the other readers cannot split into words.

use std::sync::LazyLock;

use job_post::{Field, ProposedUpdate};
use regex::{Captures, Regex};

use crate::{
    text::sentences::{Sentence, pattern},
    turn::Turn,
    understanding::updates::set,
};

/// The title, the location and the work type that a sentence states.
pub(crate) fn find(turn: &Turn, sentence: &Sentence<'_>) -> Vec<ProposedUpdate> {
    let text = sentence.text();
    let is_unspaced = |letter: char| matches!(letter, '\u{3040}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    if sentence.is_question || !text.contains(is_unspaced) {
        return Vec::new();
    }
    let sought = sought(text);
    let part = |name: &str| Some(sought.as_ref()?.name(name)?.as_str());
    let title = part("title").filter(|_| !turn.has("title")).map(|it| set(Field::Title, it, it));
    let place = part("place").filter(|it| is_place(it) && !turn.has("location"));
    let place = place.map(|it| set(Field::Location, it, it));
    title.into_iter().chain(place).chain(work_type(text)).collect()
}

/// "東京・渋谷でエンジニアを募集します", "在上海招聘会计", "서울에서 요리사를 모집합니다".
fn sought(text: &str) -> Option<Captures<'_>> {
    static SOUGHT: LazyLock<[Regex; 4]> = LazyLock::new(|| {
        [
            pattern(concat!(
                r"(?:^|[\s、。])(?P<place>\p{Han}{2,6}(?:・[\p{Han}\p{Katakana}ー]{1,8})?)(?:エリア)?(?:で|にて)",
                r"(?P<title>[^\s、。！!をで]{2,24}?)(?:を|の)?(?:急募|大?募集|採用|探して|求めて)",
            )),
            pattern(
                r"(?:^|[\s、。])(?P<title>[^\s、。！!をでは]{2,24}?)を(?:急募|大?募集|採用|探して|求めて)",
            ),
            pattern(concat!(
                r"(?:在(?P<place>\p{Han}{2,4}?))?(?:急招|诚聘|招聘|招募)(?:[一二两三四五\d]+[名位个])?",
                r"(?P<title>[\p{Han}A-Za-z+#.]{2,16})",
            )),
            pattern(
                r"(?:(?P<place>\p{Hangul}{2,8})에서\s)?(?P<title>[^,.\s]+(?:\s[^,.\s]+){0,2}?)(?:을|를)\s(?:모집|채용|구합|구하고|찾)",
            ),
        ]
    });
    SOUGHT.iter().find_map(|form| form.captures(text))
}

/// Names the text a place, and not where anybody works: "at our company"?
fn is_place(text: &str) -> bool {
    const OURS: &[&str] = &[
        "社",
        "店",
        "病院",
        "工場",
        "事務所",
        "自宅",
        "在宅",
        "現場",
        "学校",
        "公司",
        "工厂",
        "회사",
        "매장",
    ];
    !OURS.iter().any(|ours| text.ends_with(ours))
}

fn work_type(text: &str) -> Option<ProposedUpdate> {
    static FORMS: LazyLock<[(&str, Regex); 3]> = LazyLock::new(|| {
        [
            (
                "hybrid",
                pattern(r"ハイブリッド|[週周주]\s?[\d一二三两]日?[天일]?の?(?:リモート|在宅|远程|在家|재택)"),
            ),
            ("remote", pattern(r"フルリモート|完全リモート|(?:完全)?在宅勤務|全程远程|远程办公|재택근무")),
            ("onsite", pattern(r"オフィス勤務|完全出社|坐班|사무실 근무")),
        ]
    });
    static DENIED: LazyLock<Regex> = LazyLock::new(|| {
        pattern(r"^.{0,2}(?:不可|なし|無し|できま|ありません|불가|안)|^(?:は|が).{0,3}(?:ない|ません)")
    });
    FORMS.iter().find_map(|(kind, form)| {
        let found = form.find(text)?;
        let is_denied = DENIED.is_match(&text[found.end()..])
            || ["不", "不支持", "没有", "无"].iter().any(|no| text[..found.start()].ends_with(no));
        let kind = match (is_denied, *kind) {
            (false, kind) => kind,
            (true, "remote") => "onsite",
            (true, _) => return None,
        };
        Some(set(Field::WorkType, kind, found.as_str()))
    })
}
