//! What authors write of a region's or the baseline's set: who issues it, whom one can reach, what it lacks; and the
//! appended tables that its forms choose from.

use jiff::civil::Date;

use super::decode::{Located, Text};
use super::schema::{Bilingual, Id, Style};
use crate::record;

record! {
    /// `region.yaml`: a region and its council; `baseline.yaml`: the baseline and its vendor.
    pub struct Set {
        /// The region's name.
        name: Bilingual,
        /// Who issues the documents.
        council: Bilingual,
        /// A few sentences for the set's page.
        summary: Bilingual,
        /// How numbered forms are cited.
        form_label: Option<Style>,
        /// How numbered tables are cited.
        table_label: Option<Style>,
        /// Offices and persons that documents and forms name.
        contacts: Vec<Contact>,
        /// Documents that are cited and could not be had.
        unavailable: Vec<Unavailable>,
    }

    /// An office or person, said once.
    pub struct Contact {
        /// Its id.
        id: Id,
        /// The office's name.
        name: Bilingual,
        /// The post of a person (会長).
        post: Option<Bilingual>,
        /// The person who holds it.
        person: Option<Bilingual>,
        /// The postal code, without 〒.
        postal_code: Option<Text>,
        /// The address.
        address: Option<Bilingual>,
        /// The telephone number.
        telephone: Option<Text>,
        /// What is said beside the telephone number.
        telephone_note: Option<Bilingual>,
        /// The fax number.
        fax: Option<Text>,
        /// The e-mail address.
        email: Option<Text>,
        /// Days and hours, one line each.
        hours: Vec<Bilingual>,
    }

    /// A document that is cited and could not be had.
    pub struct Unavailable {
        /// Its id.
        id: Id,
        /// Its title.
        title: Bilingual,
        /// The date by which it is cited.
        dated: Option<Located<Date>>,
        /// What is known of it, in Japanese.
        ja: Option<Text>,
        /// What is known of it, in English.
        en: Option<Text>,
    }

    /// An appended table (別表): codes and what they mean.
    pub struct CodeTable {
        /// Its number among the set's tables.
        number: Option<Located<u32>>,
        /// Its title.
        title: Bilingual,
        /// The heads of its two columns: code, name.
        columns: Vec<Bilingual>,
        /// Its entries.
        rows: Vec<CodeRow>,
    }

    /// An entry of an appended table.
    pub struct CodeRow {
        /// Its code.
        code: Text,
        /// Japanese.
        ja: Text,
        /// English.
        en: Option<Text>,
    }
}
