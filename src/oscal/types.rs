//! The parts of OSCAL 1.2.1 that are written, as its JSON has them. What is empty is left out, since OSCAL knows no
//! empty arrays.

use serde::Serialize;

/// A name and a value. Names that are not OSCAL's have a namespace.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Property {
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ns: Option<&'static str>,
    pub(super) value: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) class: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) remarks: Option<String>,
}

/// The way to something.
#[derive(Debug, Serialize)]
pub(super) struct OscalLink {
    pub(super) href: String,
    pub(super) rel: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) text: Option<String>,
}

/// The facts that a document gives about itself.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Metadata {
    pub(super) title: String,
    pub(super) last_modified: String,
    pub(super) version: String,
    pub(super) oscal_version: &'static str,
    pub(super) props: Vec<Property>,
    pub(super) roles: Vec<OscalRole>,
    pub(super) parties: Vec<Party>,
    pub(super) responsible_parties: Vec<ResponsibleParty>,
    pub(super) remarks: String,
}

/// A role: the tasks of someone.
#[derive(Debug, Serialize)]
pub(super) struct OscalRole {
    pub(super) id: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Property>,
}

/// A person or organisation.
#[derive(Debug, Serialize)]
pub(super) struct Party {
    pub(super) uuid: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Property>,
}

/// The parties in a role.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ResponsibleParty {
    pub(super) role_id: String,
    pub(super) party_uuids: Vec<String>,
}

/// The sources that a document was made from.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct BackMatter {
    pub(super) resources: Vec<Resource>,
}

/// A source.
#[derive(Debug, Serialize)]
pub(super) struct Resource {
    pub(super) uuid: String,
    pub(super) title: String,
    pub(super) props: Vec<Property>,
    pub(super) rlinks: Vec<ResourceLink>,
}

/// The address at which a source is to be read.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ResourceLink {
    pub(super) href: String,
    pub(super) media_type: &'static str,
}

/// Requirements.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Catalog {
    pub(super) uuid: String,
    pub(super) metadata: Metadata,
    pub(super) groups: Vec<CatalogGroup>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) back_matter: Option<BackMatter>,
}

/// Requirements about one matter.
#[derive(Debug, Serialize)]
pub(super) struct CatalogGroup {
    pub(super) id: String,
    pub(super) class: &'static str,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Property>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) controls: Vec<Control>,
}

/// A requirement.
#[derive(Debug, Serialize)]
pub(super) struct Control {
    pub(super) id: String,
    pub(super) class: &'static str,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) params: Vec<OscalParameter>,
    pub(super) props: Vec<Property>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) links: Vec<OscalLink>,
    pub(super) parts: Vec<StatementPart>,
}

/// A piece of a requirement's text.
#[derive(Debug, Serialize)]
pub(super) struct StatementPart {
    pub(super) id: String,
    pub(super) name: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) ns: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) class: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<String>,
    pub(super) prose: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) links: Vec<OscalLink>,
}

/// Something that can be compared.
#[derive(Debug, Serialize)]
pub(super) struct OscalParameter {
    pub(super) id: String,
    pub(super) class: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Property>,
    pub(super) label: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) constraints: Vec<Constraint>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) guidelines: Vec<Guideline>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) select: Option<Selection>,
}

/// The demand on a parameter, in words.
#[derive(Debug, Serialize)]
pub(super) struct Constraint {
    pub(super) description: String,
}

/// The help for setting a parameter.
#[derive(Debug, Serialize)]
pub(super) struct Guideline {
    pub(super) prose: String,
}

/// The values that a parameter may take.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Selection {
    pub(super) how_many: &'static str,
    pub(super) choice: Vec<String>,
}

/// A choice from catalogs.
#[derive(Debug, Serialize)]
pub(super) struct Profile {
    pub(super) uuid: String,
    pub(super) metadata: Metadata,
    pub(super) imports: Vec<Import>,
    pub(super) merge: Merge,
}

/// All of a catalog.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Import {
    pub(super) href: &'static str,
    pub(super) include_all: Nothing,
}

/// The way in which imports are put together: as they are.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Merge {
    pub(super) as_is: bool,
}

/// An object that says by being there what it says.
#[derive(Debug, Serialize)]
pub(super) struct Nothing {}

/// The components that meet requirements.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ComponentDefinition {
    pub(super) uuid: String,
    pub(super) metadata: Metadata,
    pub(super) components: Vec<Component>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) back_matter: Option<BackMatter>,
}

/// A region's documents, taken together.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct Component {
    pub(super) uuid: String,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) title: String,
    pub(super) description: String,
    pub(super) props: Vec<Property>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) control_implementations: Vec<ControlImplementation>,
}

/// The relation of a component to a profile.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ControlImplementation {
    pub(super) uuid: String,
    pub(super) source: &'static str,
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) props: Vec<Property>,
    pub(super) implemented_requirements: Vec<ImplementedRequirement>,
}

/// The relation of a component to a requirement.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ImplementedRequirement {
    pub(super) uuid: String,
    pub(super) control_id: String,
    pub(super) description: String,
    pub(super) props: Vec<Property>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) links: Vec<OscalLink>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) set_parameters: Vec<SetParameter>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) responsible_roles: Vec<ResponsibleRole>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) remarks: Option<String>,
}

/// The values that a parameter is set to.
#[derive(Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct SetParameter {
    pub(super) param_id: String,
    pub(super) values: Vec<String>,
}

/// A role that does something.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct ResponsibleRole {
    pub(super) role_id: String,
}
