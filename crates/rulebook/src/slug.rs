//! Readable ids: `rijk.wet_op_de_zorgtoeslag.zorgtoeslag-per-maand`. They are part of addresses, so they hold
//! lower case letters, digits, `-`, `_` and `.` only.

use std::collections::HashSet;

use crate::packages::path_of;

/// The letters that are written with a mark, without it.
const MARKED: [(&str, char); 6] =
    [("áàâäã", 'a'), ("éèêë", 'e'), ("íìîï", 'i'), ("óòôöõ", 'o'), ("úùûü", 'u'), ("ç", 'c')];

/// A name as a part of an id: `een café van € 5` is `een-cafe-van-5`.
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        let plain = MARKED.iter().find(|(marked, _)| marked.contains(letter));
        let letter = plain.map_or(letter, |(_, plain)| *plain);
        match letter {
            '-' | '_' | 'a'..='z' | '0'..='9' => out.push(letter),
            _ if out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    out.trim_matches('-').to_string()
}

/// The id of a package by its path.
pub fn package_id(path: &str) -> String {
    let parts: Vec<String> = path.split('/').filter(|part| !part.is_empty()).map(slug).collect();
    match parts.is_empty() {
        true => "regels".to_string(),
        false => parts.join("."),
    }
}

/// An id for each name in a file, by the package and the name. Two names that look alike in an id get a
/// number, in the order of the text.
pub fn ids<'n>(named: impl Iterator<Item = (&'n str, &'n String)>) -> Vec<String> {
    let mut taken = HashSet::new();
    named
        .map(|(file, name)| {
            let id = format!("{}.{}", package_id(&path_of(file)), slug(name));
            unique(&mut taken, id)
        })
        .collect()
}

/// The id, with a number when it is taken.
pub fn unique(taken: &mut HashSet<String>, id: String) -> String {
    let mut free = id.clone();
    let mut number = 2;
    while !taken.insert(free.clone()) {
        free = format!("{id}-{number}");
        number += 1;
    }
    free
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_fit_for_an_address() {
        let [one, two] = ["Één café, van € 5!", "een café van 5 €"].map(str::to_string);
        assert_eq!(slug(&one), "een-cafe-van-5");
        let named =
            [("rijk/awir/a.regels", &one), ("rijk/awir/b.regels", &two), ("c.regels", &one)];
        let expected =
            ["rijk.awir.een-cafe-van-5", "rijk.awir.een-cafe-van-5-2", "regels.een-cafe-van-5"];
        assert_eq!(ids(named.into_iter()), expected);
    }
}
