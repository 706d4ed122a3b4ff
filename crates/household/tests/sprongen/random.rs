//! Numbers that are the same in every run, by splitmix64. Shared by the tests, each as its own module.

#![allow(dead_code, reason = "each test uses its own part")]

/// A source of numbers.
pub struct Random(u64);

impl Random {
    /// The source with this seed.
    pub fn new(seed: u64) -> Random {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0, below `limit`.
    pub fn below(&mut self, limit: i64) -> i64 {
        (self.next() % limit.max(1).unsigned_abs()) as i64
    }

    /// Yes in so many of a hundred cases.
    pub fn chance(&mut self, percentage: i64) -> bool {
        self.below(100) < percentage
    }

    /// One of a list.
    pub fn pick<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len() as i64) as usize]
    }
}
