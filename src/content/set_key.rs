//! Names of sets: the baseline, the regions, and earlier editions of either.

use std::fmt;

use jiff::civil::Date;

use super::decode::parse_date;

/// The folder of a set's earlier editions.
pub(super) const EDITIONS: &str = "editions";

/// The set that a document belongs to. The baseline comes first, editions come last, each set's from the oldest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetKey {
    /// The vendor's model policy.
    Baseline,
    /// A region, by its id.
    Region(String),
    /// The earlier documents of the baseline or a region: whose edition it is, and the day from which it was in force.
    Edition(Box<SetKey>, Date),
}

impl SetKey {
    /// The set that `name` means in a reference: `baseline`, a region's id, or an edition `chuo@2025-03-01`.
    ///
    /// ```
    /// use junsoku::content::SetKey;
    ///
    /// let edition = SetKey::from_name("chuo@2025-03-01");
    /// assert_eq!(edition.present(), &SetKey::Region("chuo".into()));
    /// assert_eq!(edition.folder(), "regions/chuo/editions/2025-03-01");
    /// ```
    #[must_use]
    pub fn from_name(name: &str) -> Self {
        let edition = name.split_once('@').and_then(|(home, date)| Some((home, parse_date(date)?)));
        match edition {
            // An edition has no editions.
            Some((home, date)) if !home.contains('@') => Self::from_name(home).edition(date),
            _ if name == "baseline" => Self::Baseline,
            _ => Self::Region(name.to_owned()),
        }
    }

    /// The edition of this set that was in force from `date`.
    #[must_use]
    pub fn edition(&self, date: Date) -> Self {
        Self::Edition(Box::new(self.present().clone()), date)
    }

    /// The present set: of an edition, the one whose edition it is.
    #[must_use]
    pub fn present(&self) -> &Self {
        match self {
            Self::Edition(home, _) => home,
            Self::Baseline | Self::Region(_) => self,
        }
    }

    /// The day from which an edition was in force; none of a present set.
    #[must_use]
    pub fn date(&self) -> Option<Date> {
        match self {
            Self::Edition(_, date) => Some(*date),
            Self::Baseline | Self::Region(_) => None,
        }
    }

    /// Whether this is an earlier edition.
    #[must_use]
    pub fn is_edition(&self) -> bool {
        self.date().is_some()
    }

    /// The set's folder in the content and in the output: `baseline`, `regions/chuo`, `regions/chuo/editions/2025-03-01`.
    #[must_use]
    pub fn folder(&self) -> String {
        match self {
            Self::Baseline => "baseline".to_owned(),
            Self::Region(id) => format!("regions/{id}"),
            Self::Edition(home, date) => format!("{}/{EDITIONS}/{date}", home.folder()),
        }
    }

    /// The file that says what the set is, in the folder of the present set.
    pub(super) fn file(&self) -> &'static str {
        match self.present() {
            Self::Baseline => "baseline.yaml",
            Self::Region(_) | Self::Edition(..) => "region.yaml",
        }
    }
}

impl fmt::Display for SetKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Baseline => f.write_str("baseline"),
            Self::Region(id) => f.write_str(id),
            Self::Edition(home, date) => write!(f, "{home}@{date}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::SetKey;

    #[test]
    fn names_are_read_back() {
        let chuo = SetKey::Region("chuo".to_owned());
        for key in
            [SetKey::Baseline, chuo.clone(), SetKey::Baseline.edition(date(2024, 4, 1)), chuo.edition(date(2025, 3, 1))]
        {
            assert_eq!(SetKey::from_name(&key.to_string()), key);
            assert_eq!(SetKey::from_name(&key.present().to_string()), *key.present());
        }
        // What is no edition's name is that of a region that there is not.
        for name in ["chuo@", "chuo@2025-13-01", "chuo@2025-03-01@2025-03-02", "@"] {
            assert_eq!(SetKey::from_name(name), SetKey::Region(name.to_owned()));
        }
    }

    #[test]
    fn an_edition_stands_below_its_set() {
        let edition = SetKey::Region("chuo".to_owned()).edition(date(2025, 3, 1));
        assert_eq!(edition.folder(), "regions/chuo/editions/2025-03-01");
        assert_eq!(edition.edition(date(2024, 1, 1)).to_string(), "chuo@2024-01-01");
        assert!(edition > SetKey::Region("zzz".to_owned()));
    }
}
