//! Which known name somebody probably meant.

/// No name that we know is longer; the rest of a longer one does not change what is nearest.
const LONGEST: usize = 60;

/// The known name most like `given`, and whether it is near enough to be a slip of the pen.
pub fn nearest<'k>(given: &str, known: &[&'k str]) -> Option<(&'k str, bool)> {
    let given = simplify(given);
    let compare = |&name: &&'k str| {
        let simple = simplify(name);
        let slips = strsim::damerau_levenshtein(&given, &simple);
        let part = given.len() >= 4 && (simple.contains(&given) || given.contains(&simple));
        let near = part || slips * 3 <= given.chars().count().max(4);
        (!near, slips, name)
    };
    let (far, _, name) = known.iter().map(compare).min_by_key(|&(far, slips, _)| (far, slips))?;
    Some((name, !far))
}

/// The advice that goes with a name nobody knows: `Bedoelde u 'loon'?`
pub fn did_you_mean(given: &str, known: &[&str]) -> Option<String> {
    nearest(given, known).map(|(name, near)| match near {
        true => format!("Bedoelde u '{name}'?"),
        false => format!("Het lijkt nog het meest op '{name}'."),
    })
}

fn simplify(name: &str) -> String {
    let same = |c: char| if matches!(c, ' ' | '-') { '_' } else { c };
    name.chars().take(LONGEST).map(same).flat_map(char::to_lowercase).collect()
}
