//! Shares of a build that several machines make: which files each of them makes.

use std::fmt;
use std::str::FromStr;

/// The most shares that a build can have.
const MOST_SHARES: usize = 1000;

/// One share of a build: `2/7` is the second of seven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Shard {
    number: usize,
    count: usize,
}

impl Shard {
    /// Returns its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        self.number
    }

    /// Returns how many shares there are.
    #[must_use]
    pub fn count(self) -> usize {
        self.count
    }

    /// Whether the file at `path` below the output folder belongs to it. All that is about one region belongs to one share, since
    /// a page tells the size of its PDF.
    ///
    /// ```
    /// use junsoku::base::shard::Shard;
    ///
    /// let shares: Vec<Shard> = ["1/3", "2/3", "3/3"].iter().map(|share| share.parse().unwrap()).collect();
    /// let has = |path: &str| shares.iter().map(|share| share.has(path)).collect::<Vec<_>>();
    /// assert_eq!(has("ja/regions/chuo/policy.pdf"), has("en/conformance/chuo/index.html"));
    /// assert_eq!(has("ja/baseline/policy.pdf"), has("en/baseline/index.html"));
    /// assert_eq!(has("ja/index.html").iter().filter(|has| **has).count(), 1);
    /// ```
    #[must_use]
    pub fn has(self, path: &str) -> bool {
        // FNV-1a, which is the same on every machine.
        let hash = subject(path)
            .bytes()
            .fold(0xCBF2_9CE4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3));
        usize::try_from(hash % self.count as u64).is_ok_and(|share| share + 1 == self.number)
    }
}

/// Returns the region that a file is about, or the baseline, by its path; the path itself where it is about none alone.
fn subject(path: &str) -> &str {
    let mut folders = path.split('/');
    while let Some(folder) = folders.next() {
        match (folder, folders.clone().next()) {
            ("regions", Some(region)) => return region,
            ("baseline", Some(_)) => return folder,
            // Its page of standings, beside those of requirements and the files of prefectures.
            ("conformance", Some(region)) if path.ends_with("/index.html") && region != "requirements" => {
                return region;
            }
            _ => {}
        }
    }
    path
}

impl FromStr for Shard {
    type Err = String;

    /// Reads `I/N`.
    ///
    /// # Errors
    /// What would have been taken.
    fn from_str(text: &str) -> Result<Self, String> {
        let numbers =
            text.split_once('/').and_then(|(number, count)| Some((number.parse().ok()?, count.parse().ok()?)));
        let share = numbers.map(|(number, count)| Self { number, count });
        share
            .filter(|one| (1..=MOST_SHARES).contains(&one.count) && (1..=one.count).contains(&one.number))
            .ok_or_else(|| "1/4".to_owned())
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.number, self.count)
    }
}
