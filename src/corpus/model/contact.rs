//! Offices and persons.

use super::words::Words;

/// An office or person.
#[derive(Debug, Clone)]
pub struct Contact {
    /// Its id.
    pub id: String,
    /// The office's name.
    pub name: Words,
    /// The post of a person.
    pub post: Option<Words>,
    /// The person who holds it.
    pub person: Option<Words>,
    /// The postal code, without 〒.
    pub postal_code: Option<String>,
    /// The address.
    pub address: Option<Words>,
    /// The telephone number.
    pub telephone: Option<String>,
    /// The words beside the telephone number.
    pub telephone_note: Option<Words>,
    /// The fax number.
    pub fax: Option<String>,
    /// The e-mail address.
    pub email: Option<String>,
    /// Days and hours, one line each.
    pub hours: Vec<Words>,
}

impl Contact {
    /// Every piece of writing that stands in both languages.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        let optional = [&self.post, &self.person, &self.address, &self.telephone_note];
        std::iter::once(&self.name).chain(optional.into_iter().flatten()).chain(&self.hours)
    }
}
