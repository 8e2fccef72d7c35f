//! References to what a set holds besides documents and forms: appended tables, contacts, documents that could not
//! be had.

use super::index::TABLES;
use super::outside_references::split_part;
use super::references::{Dangling, ReferenceContext, References, Resolved};
use super::words::pair;
use crate::base::locale::Lang;
use crate::content::{self, Bilingual, SetKey, WrittenContact};
use crate::corpus::model::Target;

impl<'a> References<'a> {
    pub(super) fn table(
        &self,
        rest: &str,
        context: &ReferenceContext,
        lang: Lang,
    ) -> Result<Option<Resolved>, Dangling> {
        let (id, part) = split_part(rest);
        let home = self.held((context.set.clone(), format!("{TABLES}{id}")));
        let Some(entry) = self.index.home(&home).and_then(|entries| entries.get("")) else {
            let files = self.content.sets.get(&home.0);
            // The file is there and tells its own faults.
            if files.is_some_and(|files| files.broken.contains(&home.1)) {
                return Ok(None);
            }
            let known = files.into_iter().flat_map(|files| files.tables.keys().map(String::as_str));
            return Err(Dangling::among("table:", id, known));
        };
        let words = match part {
            None => &entry.cite,
            Some("title") => entry.caption.as_ref().unwrap_or(&entry.cite),
            Some(_) => return Err(Dangling::nothing()),
        };
        let target = Target::Table { set: home.0, table: id.to_owned() };
        Ok(Some(Resolved::Link(target, words.get(lang).to_owned())))
    }

    pub(super) fn contact(
        &self,
        rest: &str,
        context: &ReferenceContext,
        lang: Lang,
    ) -> Result<Option<Resolved>, Dangling> {
        let (id, part) = split_part(rest);
        let Some(contact) = self.find_contact(id, &context.set)? else { return Ok(None) };
        // An edition has no contacts of its own, and its readers write to today's office.
        let target = Target::Contact { set: context.set.present().clone(), contact: id.to_owned() };
        let plain = |text: &Option<content::Text>| text.as_ref().map(|text| text.value.clone());
        let both = |words: &Bilingual| pair(words).get(lang).to_owned();
        let words = match part {
            None => return Ok(Some(Resolved::Link(target, both(&contact.name)))),
            Some("address") => contact.address.as_ref().map(both),
            Some("postal-code") => plain(&contact.postal_code),
            Some("telephone") => plain(&contact.telephone),
            Some("fax") => plain(&contact.fax),
            Some("email") => plain(&contact.email),
            Some(_) => None,
        };
        words.map(|words| Some(Resolved::Words(Some(target), words))).ok_or_else(Dangling::nothing)
    }

    /// The contact `id` of `set`; `Ok(None)` where the set's file could not be read.
    pub(super) fn find_contact(&self, id: &str, set: &SetKey) -> Result<Option<&'a WrittenContact>, Dangling> {
        let Some(written) = self.set_file(set) else { return Ok(None) };
        let found = written.contacts.iter().find(|contact| contact.id.as_str() == id);
        found
            .map(Some)
            .ok_or_else(|| Dangling::among("contact:", id, written.contacts.iter().map(|contact| contact.id.as_str())))
    }

    pub(super) fn unavailable(
        &self,
        id: &str,
        context: &ReferenceContext,
        lang: Lang,
    ) -> Result<Option<Resolved>, Dangling> {
        let Some(written) = self.set_file(&context.set) else { return Ok(None) };
        let Some(document) = written.unavailable.iter().find(|document| document.id.as_str() == id) else {
            return Err(Dangling::among(
                "unavailable:",
                id,
                written.unavailable.iter().map(|document| document.id.as_str()),
            ));
        };
        let target = Target::Unavailable { set: context.set.present().clone(), document: id.to_owned() };
        Ok(Some(Resolved::Link(target, pair(&document.title).get(lang).to_owned())))
    }

    /// Returns the file of the set itself; `None` where it is missing or had errors, which is reported already.
    fn set_file(&self, set: &SetKey) -> Option<&'a content::WrittenSet> {
        let files = self.content.sets.get(set.present())?;
        files.set.as_ref().filter(|_| !files.broken.contains("set"))
    }
}
