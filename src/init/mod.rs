//! The folder of a new site: settings, the baseline and the shared vocabulary that the program carries, a region to
//! begin with, and the files that a repository, an editor and a web server want.

mod carried;
mod settings;

use std::path::{Path, PathBuf};

use crate::base::locale::{Lang, Messages};
use crate::base::notation::numerals::Template;
use crate::content::{Bilingual, FILE_KINDS, LOCK, WrittenSet, WrittenStyle, json_schema, yaml_of};

/// The wishes for a new site.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewSite<'a> {
    /// The title of the site, in Japanese.
    pub name: Option<&'a str>,
    /// The publisher, in Japanese.
    pub council: Option<&'a str>,
    /// The id of a region to begin with.
    pub region: Option<&'a str>,
    /// The name of that region, in Japanese.
    pub region_name: Option<&'a str>,
    /// Whether it does without the baseline.
    pub without_baseline: bool,
}

/// The region that the instructions name where none was asked for.
const SAMPLE_REGION: &str = "midori";

/// Returns the files of the site, by their paths below its folder, in the order of paths.
#[must_use]
pub fn site_files(site: &NewSite<'_>) -> Vec<(PathBuf, Vec<u8>)> {
    let content = Path::new("content");
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    let mut add = |path: PathBuf, bytes: Vec<u8>| files.push((path, bytes));
    add(content.join("junsoku.yaml"), settings::settings(site).into_bytes());
    for (path, bytes) in carried::shared_files() {
        add(content.join(path), bytes.to_vec());
    }
    if !site.without_baseline {
        for (path, bytes) in carried::baseline_files() {
            add(content.join(path), bytes.to_vec());
        }
    }
    // The reviews go along: without them every mapping and translation of the baseline would be told as not
    // reviewed.
    add(content.join(LOCK), carried::reviews(!site.without_baseline).into_bytes());
    if let Some(region) = site.region {
        add(content.join("regions").join(region).join("region.yaml"), first_region(site, region).into_bytes());
    }
    for kind in &FILE_KINDS {
        let schema = format!("{:#}\n", json_schema(kind));
        add(PathBuf::from("schemas").join(schema_file(kind.name)), schema.into_bytes());
    }
    add(PathBuf::from(".vscode").join("settings.json"), editor_settings().into_bytes());
    add(PathBuf::from(".vscode").join("extensions.json"), EXTENSIONS.as_bytes().to_vec());
    let workflows = Path::new(".github").join("workflows");
    add(workflows.join("pages.yml"), include_bytes!("../../templates/init/pages.yml").to_vec());
    add(workflows.join("rsync.yml"), include_bytes!("../../templates/init/rsync.yml").to_vec());
    // Filled sheets bear the names of people and do not belong in a repository.
    add(PathBuf::from(".gitignore"), b"/output/\n/filled/\n".to_vec());
    add(PathBuf::from("README.md"), instructions(site).into_bytes());
    files.sort();
    files
}

/// The extension by which VS Code reads the schemas.
const EXTENSIONS: &str = "{\n  \"recommendations\": [\"redhat.vscode-yaml\"]\n}\n";

fn schema_file(kind: &str) -> String {
    format!("{kind}.schema.json")
}

/// Binds each schema to the places of its kind of file. Where a place is of two kinds the first one counts, so the later
/// ones except it (`!`): the editor would hold a file against both (tests/editor).
fn editor_settings() -> String {
    let bound: serde_json::Map<String, serde_json::Value> = FILE_KINDS
        .iter()
        .map(|kind| {
            let own = kind.places.iter().map(|place| format!("content/{place}"));
            let others = kind.places_of_others().into_iter().map(|place| format!("!content/{place}"));
            let places = own.chain(others).collect::<Vec<_>>();
            (format!("./schemas/{}", schema_file(kind.name)), serde_json::json!(places))
        })
        .collect();
    let settings = serde_json::json!({ "yaml.schemas": bound, "[yaml]": { "editor.tabSize": 2 } });
    format!("{settings:#}\n")
}

fn first_region(site: &NewSite<'_>, id: &str) -> String {
    let messages = Messages::of(Lang::Ja);
    let name = site.region_name.or(site.name).unwrap_or(id);
    let council = site.council.unwrap_or(name);
    let summary = messages.with("init-summary", &[("council", council)]);
    let set = WrittenSet::new(Bilingual::japanese(name), Bilingual::japanese(council), Bilingual::japanese(summary));
    // Without it the numbers of forms that are imported would be printed nowhere.
    let label = |lang, numeral| Template::of(&Messages::of(lang).text("starter-form-label").replace("NUMBER", numeral));
    let form_label = WrittenStyle::new(label(Lang::Ja, "{wide}"), label(Lang::En, "{n}"));
    yaml_of(&WrittenSet { form_label: Some(form_label), ..set })
}

fn instructions(site: &NewSite<'_>) -> String {
    let name = site.name.map_or_else(|| Messages::of(Lang::Ja).text("site-title"), str::to_owned);
    include_str!("../../templates/init/README.md")
        .replace("{name}", &name)
        .replace("{region}", site.region.unwrap_or(SAMPLE_REGION))
        .replace("{version}", env!("CARGO_PKG_VERSION"))
}
