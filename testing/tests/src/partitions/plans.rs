//! Reads the plans that PostgreSQL logged and finds the statements that read several partitions.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, BufRead};

/// The statements that may look beyond one organization, a name a line: a stored function, or a statement's first words.
const CROSS_ORGANIZATION: &str = include_str!("cross_organization.txt");

/// What the plans of one run say.
#[derive(Debug, Default)]
pub struct Report {
    /// How many plans read a partition.
    pub plans: u64,
    /// Statements that read several partitions of one table: name, and the first such plan.
    pub crossing: BTreeMap<String, String>,
}

impl Report {
    /// Reads PostgreSQL's log with plans in text form.
    ///
    /// # Errors
    /// When the log cannot be read.
    pub fn read(mut log: impl BufRead) -> io::Result<Self> {
        let mut report = Self::default();
        let (mut plan, mut line) = (String::new(), Vec::new());
        while log.read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line);
            // PostgreSQL writes a plan and its context at once; all lines but the first of each begin with a tab.
            let begins_plan = text.contains("] LOG:  duration: ") && text.trim_end().ends_with("plan:");
            if begins_plan || !(text.starts_with('\t') || text.contains("] CONTEXT:  ")) {
                report.add(&std::mem::take(&mut plan));
            }
            if begins_plan || !plan.is_empty() {
                plan.push_str(&text);
            }
            line.clear();
        }
        report.add(&plan);
        Ok(report)
    }

    /// The names of statements that read several partitions and are not on the committed list.
    pub fn unexpected(&self) -> impl Iterator<Item = &str> {
        let known: BTreeSet<&str> = known().collect();
        self.crossing.keys().map(String::as_str).filter(move |name| !known.contains(name))
    }

    fn add(&mut self, plan: &str) {
        let partitions = partitions_read(plan);
        self.plans += u64::from(!partitions.is_empty());
        if partitions.values().any(|numbers| numbers.len() > 1) {
            self.crossing.entry(name_of(plan)).or_insert_with(|| plan.to_owned());
        }
    }
}

/// The committed list.
pub fn known() -> impl Iterator<Item = &'static str> {
    CROSS_ORGANIZATION.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The partitions that were read, by table. Nodes that were never executed do not count.
fn partitions_read(plan: &str) -> BTreeMap<&str, BTreeSet<u32>> {
    let mut read: BTreeMap<&str, BTreeSet<u32>> = BTreeMap::new();
    let executed =
        plan.lines().filter(|line| line.contains("(actual ") && !line.contains("Bitmap Index Scan"));
    for line in executed {
        let relation = line.split_once(" on ").and_then(|(_, rest)| rest.split([' ', '(']).next());
        let partition = relation.and_then(|name| name.rsplit_once("_p"));
        if let Some((table, number)) =
            partition.and_then(|(table, number)| Some((table, number.parse().ok()?)))
        {
            read.entry(table).or_default().insert(number);
        }
    }
    read
}

/// The stored function that has the statement, which may be called by others, or the statement's first words.
fn name_of(plan: &str) -> String {
    let (statement, context) = plan.split_once("] CONTEXT:  ").unwrap_or((plan, ""));
    let function = |line: &str| {
        let name = line.split_once("PL/pgSQL function ").or_else(|| line.split_once("SQL function \""))?.1;
        Some(name.split(['(', '"']).next()?.rsplit('.').next()?.to_owned())
    };
    context.lines().find_map(function).unwrap_or_else(|| {
        let text = statement.split_once("Query Text: ").map_or(statement, |(_, text)| text);
        text.split_whitespace().take(8).collect::<Vec<_>>().join(" ")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "\
2026-11-28 19:34:09.849 UTC [26602] LOG:  duration: 0.027 ms  plan:
\tQuery Text: select l.id from login l
\tAppend  (cost=0.66..211.76 rows=1080 width=50) (actual rows=0 loops=1)
\t  ->  Index Scan using login_p0_pkey on login_p0 l_1  (cost=0.15..48.88 rows=270 width=50) (actual rows=0 loops=1)
\t  ->  Index Scan using login_p1_pkey on login_p1 l_2  (cost=0.15..48.88 rows=270 width=50) (actual rows=0 loops=1)
2026-11-28 19:34:09.849 UTC [26602] CONTEXT:  SQL statement \"select l.id from login l\"
\tPL/pgSQL function public.look(integer) line 5 at SQL statement
\tPL/pgSQL function public.caller(integer) line 7 at FOR over SELECT rows
2026-11-28 19:34:09.850 UTC [26602] LOG:  duration: 0.027 ms  plan:
\tQuery Text: select l.id from login l where organization_id = $1
\tAppend  (cost=0.66..211.76 rows=1080 width=50) (actual rows=0 loops=1)
\t  ->  Index Scan using login_p0_pkey on login_p0 l_1  (cost=0.15..48.88 rows=270 width=50) (never executed)
\t  ->  Index Scan using login_p1_pkey on login_p1 l_2  (cost=0.15..48.88 rows=270 width=50) (actual rows=0 loops=1)
2026-11-28 19:34:09.850 UTC [26602] LOG:  connection received
";

    #[test]
    fn a_statement_that_reads_two_partitions_is_found_by_its_function() {
        let report = Report::read(LOG.as_bytes()).unwrap();
        assert_eq!(report.plans, 2);
        assert_eq!(report.crossing.keys().collect::<Vec<_>>(), ["look"]);
    }
}
