//! Builds `standin/data/*.fst` from the sorted lists that `standin/data/extract.py` writes; see `standin/data/README.md`.

use std::{
    error::Error,
    fs::{self, File},
    io::BufWriter,
    path::Path,
};

use fst::MapBuilder;

fn main() -> Result<(), Box<dyn Error>> {
    let lists = std::env::args().nth(1).ok_or("name the folder with titles.tsv and places.tsv")?;
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data");
    for name in ["titles", "places"] {
        let list = fs::read_to_string(Path::new(&lists).join(name).with_extension("tsv"))?;
        let file = BufWriter::new(File::create(data.join(name).with_extension("fst"))?);
        let mut map = MapBuilder::new(file)?;
        for line in list.lines() {
            let (key, value) = line.split_once('\t').ok_or("a line without a tab")?;
            map.insert(key, value.parse()?)?;
        }
        map.finish()?;
    }
    for name in ["tasks.txt", "nouns.txt"] {
        fs::copy(Path::new(&lists).join(name), data.join(name))?;
    }
    Ok(())
}
