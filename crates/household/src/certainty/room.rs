//! How far an income can move before something else does.

use engine::data::DataError;
use regelspraak::number::Number;

use crate::sweep::Walk;

/// The highest and the lowest amount, in cents, up to which what is watched stays exactly as it is with
/// `now`; nothing where it stays so to the end of the walk.
///
/// Between two turns an outcome goes along one line, so it is the same all the way when it is so at both
/// ends, and else differs from some cent on: that cent is found by halving. (What is rounded on the way
/// goes in steps, one way.)
pub(super) fn room(
    walk: &mut Walk<'_, '_>,
    watched: usize,
    now: i64,
) -> Result<[Option<i64>; 2], DataError> {
    let present = walk.point(now)?.number(watched);
    let (least, most) = (*walk.range.start(), *walk.range.end());
    let above: Vec<i64> = walk.points.range(now..=most).map(|(cents, _)| *cents).collect();
    let below: Vec<i64> = walk.points.range(least..=now).rev().map(|(cents, _)| *cents).collect();
    Ok([last_same(walk, watched, &present, &above)?, last_same(walk, watched, &present, &below)?])
}

/// The last amount along a path of neighbouring points at which what is watched is as at its start.
fn last_same(
    walk: &mut Walk<'_, '_>,
    watched: usize,
    present: &Option<Number>,
    path: &[i64],
) -> Result<Option<i64>, DataError> {
    for pair in path.windows(2) {
        let (mut same, mut other) = (pair[0], pair[1]);
        if walk.point(other)?.number(watched) == *present {
            continue;
        }
        while (other - same).abs() > 1 {
            let middle = same + (other - same) / 2;
            match walk.point(middle)?.number(watched) == *present {
                true => same = middle,
                false => other = middle,
            }
        }
        return Ok(Some(same));
    }
    Ok(None)
}
