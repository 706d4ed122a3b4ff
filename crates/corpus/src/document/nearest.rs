//! Which known name somebody probably meant.

use engine::language::Text;

use super::texts;

/// No name that we know is longer; the rest of a longer one does not change what is nearest.
const LONGEST: usize = 60;
/// In names of at most this many characters one slip is still a slip of the pen, however large a
/// part of the name it is.
const SHORT: usize = 4;

/// How like one name is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Closeness {
    /// They have little in common; to name the one for the other is no help.
    Far,
    /// They look alike, but another name may be meant.
    Alike,
    /// The one is a slip of the pen for the other, or a part of it.
    Near,
}

/// The known name most like `given`, and how like it is.
pub fn nearest<'k>(given: &str, known: &[&'k str]) -> Option<(&'k str, Closeness)> {
    let given = simplify(given);
    let compare = |&name: &&'k str| {
        let (closeness, likeness) = compare(&given, &simplify(name));
        (name, closeness, likeness)
    };
    // Of equally good names the first.
    let better = |(_, one, like): &(&str, Closeness, f64),
                  (_, other, than): &(_, Closeness, f64)| {
        other.cmp(one).then(than.total_cmp(like))
    };
    let (name, closeness, _) = known.iter().map(compare).min_by(better)?;
    Some((name, closeness))
}

/// The likeness is 1 for equal names and 0 for names without anything in common.
fn compare(given: &str, name: &str) -> (Closeness, f64) {
    let lengths = [given.chars().count(), name.chars().count()];
    let (shortest, longest) = (lengths[0].min(lengths[1]), lengths[0].max(lengths[1]));
    let slips = strsim::damerau_levenshtein(given, name);
    let likeness = strsim::normalized_damerau_levenshtein(given, name);
    let part = shortest >= 4
        && shortest * 5 >= longest * 2
        && (name.contains(given) || given.contains(name));
    let slip = slips <= 1 && slips < longest && longest <= SHORT;
    let closeness = match likeness {
        _ if part || slip => Closeness::Near,
        0.75.. => Closeness::Near,
        0.4.. => Closeness::Alike,
        _ => Closeness::Far,
    };
    (closeness, likeness)
}

/// The advice that goes with a name nobody knows: `Bedoelde u 'loon'?` There is none when no
/// known name is like it.
pub fn did_you_mean(given: &str, known: &[&str]) -> Option<Text> {
    match nearest(given, known)? {
        (name, Closeness::Near) => Some(texts::meant(name)),
        (name, Closeness::Alike) => Some(texts::most_like(name)),
        (_, Closeness::Far) => None,
    }
}

fn simplify(name: &str) -> String {
    let same = |c: char| if matches!(c, ' ' | '-') { '_' } else { c };
    name.chars().take(LONGEST).map(same).flat_map(char::to_lowercase).collect()
}
