//! Writes the packed texts and worked examples into a folder, for the front end to carry: a browser fetches
//! them when the regelboek is opened.

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).map(PathBuf::from).ok_or("Give a folder.")?;
    std::fs::write(folder.join("bronnen.bin"), builtin::SOURCES)?;
    std::fs::write(folder.join("voorbeelden.bin"), builtin::EXAMPLES)?;
    Ok(())
}
