//! How much outcomes differ among answers to what is open.

use engine::columnar::{Partial, Span};

/// So many households are tried.
const TRIED: usize = 1024;
/// Of each fact alone so many answers are tried, spread from its lowest to its highest, while the rest is what the
/// format takes for what is left out.
const STEPS: usize = 9;

/// The lowest and highest of each outcome among the answers that were tried: everything lowest, or highest; one
/// fact at a time; and answers that were drawn, of some facts or of all.
pub(super) fn spread(partial: &mut Partial<'_>) -> Vec<Option<(f64, f64)>> {
    let written = partial.written();
    let facts = written.len();
    if facts == 0 {
        return partial.among(1, |_, _| 0);
    }
    let alone = 2 + STEPS * facts.min((TRIED / 2) / STEPS);
    partial.among(TRIED, |household, fact| {
        let Span { lowest, highest, has } = written[fact];
        let at = |part: f64| (lowest + (highest - lowest) * part).round() as i32;
        match household {
            0 => at(0.0),
            1 => at(1.0),
            _ if household < alone => {
                let (one, step) = ((household - 2) / STEPS, (household - 2) % STEPS);
                if one == fact { at(step as f64 / (STEPS - 1) as f64) } else { has }
            }
            _ => {
                // In some households most is as usual, in others little is. Most answers are low: few people
                // earn or own a lot.
                let [kept, part] =
                    [0, 1].map(|draw| drawn(household as u64, 2 * fact as u64 + draw));
                let usual = drawn(household as u64, 999);
                if kept < usual { has } else { at(part.powi(3)) }
            }
        }
    })
}

/// A number from 0 up to 1, the same in every run (splitmix64).
fn drawn(household: u64, fact: u64) -> f64 {
    let mut mixed = (household * 1_000 + fact).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^= mixed >> 31;
    (mixed >> 11) as f64 / (1u64 << 53) as f64
}
