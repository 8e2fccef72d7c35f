//! The export in OSCAL: what `trestle validate` (tests/oscal-validate.sh) does not look at. It knows the shape of a
//! document, not whether what one names is there.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::html::{ids, tags};
use crate::support::oscal::{documents, parsed, requirement, string, strings, under, values, walk};
use crate::support::{corpus, is_kind, site, text};
use junsoku::base::artifact::ArtifactsInMemory;
use junsoku::conformance;
use junsoku::content::SetKey;
use junsoku::oscal;
use serde_json::{Map, Value};
use uuid::{Uuid, Variant, Version};

/// The words that need no namespace, since they are NIST's: the only property of OSCAL's own that is written.
const NIST: [(&str, &str); 5] = [
    ("covered", "implemented"),
    ("stricter", "implemented"),
    ("partial", "partial"),
    ("weaker", "partial"),
    ("different", "alternative"),
];

#[test]
fn the_baseline_is_a_catalog_and_each_region_a_profile_and_a_component_definition() {
    let corpus = corpus();
    let files = site();
    let mut expected = vec![oscal::CATALOG.to_owned()];
    for region in conformance::regions_held(corpus) {
        expected.extend([oscal::component_path(&region.key), oscal::profile_path(&region.key)]);
    }
    assert_eq!(expected.len(), 9);
    assert_eq!(parsed(files).into_keys().collect::<Vec<_>>(), expected);
    for (path, document) in parsed(files) {
        let keys: Vec<&String> = document.as_object().expect("an object").keys().collect();
        let model = path.rsplit('/').next().and_then(|name| name.strip_suffix(".json"));
        assert_eq!(keys, [model.expect("a model")], "{path}");
    }
}

#[test]
fn no_id_stands_twice_and_every_requirement_is_a_control() {
    let corpus = corpus();
    let catalog = &documents(corpus)[oscal::CATALOG];
    let lists = ["groups", "controls", "params", "parts"].map(|key| strings(&under(catalog, key), "id"));
    let controls: Vec<&str> = corpus.requirements().map(|requirement| requirement.id.as_str()).collect();
    assert_eq!(lists[1], controls);
    assert!(lists.iter().all(|list| list.len() >= 7), "{lists:?}");
    unique(&lists.concat());
    for control in under(catalog, "controls") {
        let id = string(control, "id");
        for part in control["parts"].as_array().expect("parts").iter().filter_map(Value::as_object) {
            assert!(string(part, "id").starts_with(&format!("{id}_smt")), "{part:?}");
        }
        let statement = under(&control["parts"], "")[0];
        assert_eq!((string(statement, "name"), statement.get("ns")), ("statement", None));
    }
}

#[test]
fn every_region_says_one_thing_of_each_control() {
    let documents = documents(corpus());
    let controls = strings(&under(&documents[oscal::CATALOG], "controls"), "id");
    let components = documents.iter().filter(|(path, _)| path.ends_with("component-definition.json"));
    let mut counted = 0;
    for (path, document) in components {
        assert_eq!(strings(&under(document, "implemented-requirements"), "control-id"), controls, "{path}");
        counted += 1;
    }
    assert_eq!(counted, 4);
}

#[test]
fn what_is_set_is_a_parameter_of_its_control_and_a_value_that_it_knows() {
    let documents = documents(corpus());
    let mut parameters = BTreeMap::new();
    for control in under(&documents[oscal::CATALOG], "controls") {
        for parameter in control.get("params").into_iter().flat_map(|params| under(params, "")) {
            parameters.insert((string(control, "id"), string(parameter, "id")), parameter);
        }
    }
    let mut counted = 0;
    for requirement in documents.values().flat_map(|document| under(document, "implemented-requirements")) {
        let control = string(requirement, "control-id");
        let set = requirement.get("set-parameters").map(|set| under(set, "")).unwrap_or_default();
        unique(&strings(&set, "param-id"));
        for one in set {
            let parameter = parameters.get(&(control, string(one, "param-id"))).expect("a parameter of the control");
            let values: Vec<&str> =
                one["values"].as_array().expect("values").iter().filter_map(Value::as_str).collect();
            check_values(parameter, &values);
            counted += 1;
        }
    }
    assert!(counted > 15, "only {counted} parameters are set");
}

fn check_values(parameter: &Map<String, Value>, values: &[&str]) {
    assert!(!values.is_empty(), "{parameter:?}");
    match parameter.get("select") {
        None => assert!(matches!(values, [one] if one.parse::<u32>().is_ok()), "{values:?}"),
        Some(select) => {
            let choices: Vec<&str> =
                select["choice"].as_array().expect("choices").iter().filter_map(Value::as_str).collect();
            assert!(values.iter().all(|value| choices.contains(value)), "{values:?} of {choices:?}");
            assert!(select["how-many"] == "one-or-more" || values.len() == 1, "{values:?}");
        }
    }
}

#[test]
fn every_role_and_party_that_is_named_is_listed() {
    let mut counted = 0;
    for (path, document) in &documents(corpus()) {
        let roles = under(document, "roles");
        let roles = unique(&strings(&roles, "id"));
        let parties = under(document, "parties");
        let parties = unique(&strings(&parties, "uuid"));
        let named = ["responsible-parties", "responsible-roles"].map(|key| under(document, key)).concat();
        for one in named {
            assert!(roles.contains(string(one, "role-id")), "{path}: {one:?}");
            let uuids = one.get("party-uuids").and_then(Value::as_array).into_iter().flatten();
            assert!(uuids.filter_map(Value::as_str).all(|uuid| parties.contains(uuid)), "{path}: {one:?}");
        }
        for requirement in under(document, "implemented-requirements") {
            let named = values(requirement, "role");
            assert!(named.iter().all(|role| roles.contains(role)), "{path}: {named:?}");
            assert_eq!(named.is_empty(), !requirement.contains_key("responsible-roles"));
            counted += named.len();
        }
    }
    assert!(counted > 100, "only {counted} roles");
}

#[test]
fn a_uuid_names_one_thing_in_all_documents_together() {
    let documents = documents(corpus());
    let mut seen = BTreeMap::new();
    for (path, document) in &documents {
        walk("", document, &mut |key, object| {
            let Some(written) = object.get("uuid").and_then(Value::as_str) else { return };
            let uuid = Uuid::parse_str(written).expect("a UUID");
            assert_eq!((uuid.get_version(), uuid.get_variant()), (Some(Version::Sha1), Variant::RFC4122), "{path}");
            assert_eq!(written, uuid.hyphenated().to_string());
            // The same council or vendor stands in several documents; nothing else does.
            let other = seen.insert(uuid, object);
            assert!(other.is_none_or(|other| key == "parties" && other == object), "{path}: {written} stands twice");
        });
    }
    assert!(seen.len() > 4 * 60, "only {}", seen.len());
}

#[test]
fn what_is_not_oscals_own_has_a_namespace_and_every_value_one_line() {
    let mut counted = 0;
    for (path, document) in &documents(corpus()) {
        walk("", document, &mut |key, object| {
            if key == "props" {
                let ns = object.get("ns").and_then(Value::as_str);
                let standard = NIST.iter().any(|(_, word)| string(object, "value") == *word);
                if let Some(ns) = ns {
                    assert!(ns.strip_prefix("urn:uuid:").is_some_and(|id| Uuid::parse_str(id).is_ok()), "{path}: {ns}");
                } else {
                    assert!(string(object, "name") == "implementation-status" && standard, "{path}: {object:?}");
                }
                assert_ne!(ns.map(|_| string(object, "name")), Some("implementation-status"), "{path}: not ours");
                check_line(path, string(object, "value"));
                counted += 1;
            }
            let own_part = key == "parts" && object.contains_key("class");
            assert_eq!(own_part, key == "parts" && object.contains_key("ns"), "{path}: {object:?}");
            check_object(path, object);
        });
    }
    assert!(counted > 2000, "only {counted} properties");
}

fn check_object(path: &str, object: &Map<String, Value>) {
    for (key, value) in object {
        match value {
            Value::Array(list) => assert!(!list.is_empty(), "{path}: empty {key}"),
            Value::String(text) => assert!(!text.trim().is_empty(), "{path}: empty {key}"),
            other => assert!(other.is_object() || key == "as-is", "{path}: {key} is {other}"),
        }
        if matches!(key.as_str(), "name" | "class" | "group" | "id" | "rel" | "control-id" | "param-id" | "role-id")
            // A party's name is for people.
            && !object.contains_key("type")
        {
            let token = value.as_str().expect("a name");
            let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
            assert!(
                token.starts_with(|c: char| c.is_ascii_alphabetic()) && token.chars().all(letters),
                "{path}: {token}"
            );
        }
        if matches!(key.as_str(), "title" | "label" | "text" | "href" | "version") {
            check_line(path, value.as_str().expect("words"));
        }
    }
}

fn check_line(path: &str, value: &str) {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    assert!(!value.is_empty() && value == value.trim() && !value.contains(breaks), "{path}: {value:?}");
}

#[test]
fn every_link_leads_to_a_file_of_the_same_output_and_a_place_in_it() {
    let files = site();
    let mut anchors = BTreeMap::new();
    for (path, bytes) in files.iter().filter(|(path, _)| is_kind(path, "html")) {
        let tags = tags(text(bytes));
        let owned: BTreeSet<String> = ids(path, &tags).into_iter().map(str::to_owned).collect();
        anchors.insert(path.as_str(), owned);
    }
    let mut counted = 0;
    for (path, document) in &parsed(files) {
        let parts: BTreeSet<&str> = strings(&under(document, "parts"), "id").into_iter().collect();
        walk("", document, &mut |_, object| {
            for href in ["href", "source"].iter().filter_map(|key| object.get(*key)?.as_str()) {
                counted += 1;
                if let Some(part) = href.strip_prefix('#') {
                    assert!(parts.contains(part), "{path}: {href}");
                    continue;
                }
                let (file, anchor) = follow(path, href);
                assert!(files.contains_key(&file), "{path}: {href} leads to no file");
                let there = anchor.is_empty() || anchors[file.as_str()].contains(&anchor);
                assert!(there, "{path}: {href} leads to no place");
            }
        });
    }
    assert!(counted > 500, "only {counted} links");
}

/// The file and the anchor that `href` means in the file `from`.
fn follow(from: &str, href: &str) -> (String, String) {
    let (way, anchor) = href.split_once('#').unwrap_or((href, ""));
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in way.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{from}: {href} leaves the output");
        } else {
            parts.push(part);
        }
    }
    (parts.join("/"), anchor.to_owned())
}

#[test]
fn a_component_definition_is_held_against_the_catalog_through_its_profile() {
    let documents = documents(corpus());
    for (path, document) in documents.iter().filter(|(path, _)| path.ends_with("component-definition.json")) {
        let implementations = under(document, "control-implementations");
        let [source] = strings(&implementations, "source")[..] else { panic!("{path}: not one implementation") };
        let (profile, _) = follow(path, source);
        let imports = under(&documents[&profile], "imports");
        let [href] = strings(&imports, "href")[..] else { panic!("{profile}: not one import") };
        assert_eq!(follow(&profile, href).0, oscal::CATALOG);
    }
}

#[test]
fn statuses_and_provisions_are_those_of_the_records() {
    let corpus = corpus();
    let documents = documents(corpus);
    let records = conformance::conformance_records(corpus);
    assert!(records.len() > 200, "only {}", records.len());
    for record in &records {
        let requirement = requirement(&documents, &record.region, record.requirement);
        let name = format!("{} {}", record.region, record.requirement);
        assert_eq!(values(requirement, "conformance"), [record.status], "{name}");
        let nist = NIST.iter().find(|(status, _)| *status == record.status).map(|(_, word)| *word);
        assert_eq!(values(requirement, "implementation-status"), Vec::from_iter(nist), "{name}");
        assert_eq!(values(requirement, "modality"), Vec::from_iter(record.modality), "{name}");
        assert_eq!(values(requirement, "provision"), record.provisions, "{name}");
        assert_eq!(values(requirement, "deviation").len(), usize::from(record.acknowledged), "{name}");
        let differs = values(requirement, "differs");
        assert!(values(requirement, "reason").is_empty(), "{name}: only a council says why");
        assert_eq!(differs.len(), if record.acknowledged { 2 } else { 0 }, "{name}: in both languages");
        assert!(record.provisions.len() * 2 <= values(requirement, "citation").len(), "{name}: in both languages");
        assert_eq!(record.status == "not-available", !values(requirement, "elsewhere").is_empty(), "{name}");
        assert_eq!(values(requirement, "description").len(), 1, "{name}: the English beside the Japanese");
    }
}

#[test]
fn a_provision_of_an_appendix_is_cited_with_it() {
    let corpus = corpus();
    let chuo = corpus.set(&SetKey::from_name("chuo")).expect("Chuo");
    let cited = |anchor| chuo.citation("policy", anchor).map(|cited| (cited.ja, cited.en));
    assert_eq!(cited("notes.users"), Some(("別紙（３）".to_owned(), "Appendix (3)".to_owned())));
    assert_eq!(cited("administrator-duties"), Some(("第五条".to_owned(), "Article 5".to_owned())));
    assert_eq!(cited("notes"), None, "not a provision");
}

#[test]
fn a_chapter_asks_for_no_more_than_its_own_words() {
    let documents = documents(corpus());
    let parts = under(&documents[oscal::CATALOG], "parts");
    let prose = |id: &str| {
        let part = parts.iter().find(|part| string(part, "id") == id);
        string(part.expect("a part"), "prose")
    };
    let strength = prose("account.password.strength_smt");
    assert!(strength.contains("13文字") && strength.contains("8文字"), "the alternatives belong to it: {strength}");
    let posts = prose("organization.posts_smt");
    assert!(!posts.contains("ＭＣＳ管理者の設置\n"), "another requirement's: {posts}");
    assert!(prose("account.password.strength_smt.en").starts_with("A password"));
}

#[test]
fn every_document_says_who_made_it_and_who_did_not() {
    let corpus = corpus();
    let documents = documents(corpus);
    let vendor = "エンブレース株式会社";
    let check = |path: &str, names: &[&str]| {
        let metadata = under(&documents[path], "metadata")[0];
        let english = values(metadata, "remarks").concat();
        assert!(english.contains("editors of junsoku") || path.ends_with("profile.json"), "{path}: {english}");
        let said = string(metadata, "remarks");
        assert!(names.iter().all(|name| said.contains(name)), "{path}: {said}");
        let maker = &under(&metadata["parties"], "")[0];
        assert_eq!(string(maker, "name"), "junsoku の編集者", "{path}");
        assert_eq!(string(metadata, "last-modified"), "2026-11-21T00:00:00+09:00", "{path}");
        assert_eq!(string(metadata, "oscal-version"), "1.2.1", "{path}");
    };
    check(oscal::CATALOG, &["正式な文書ではありません", "junsoku の編集者", vendor]);
    for region in conformance::regions_held(corpus) {
        let council = region.council.ja.as_str();
        check(&oscal::profile_path(&region.key), &[council, "採用していることを示すものではありません"]);
        let mapped = ["正式な文書ではありません", "junsoku の編集者", council, vendor, "評価の結果でもありません"];
        check(&oscal::component_path(&region.key), &mapped);
    }
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let [one, other] = [(); 2].map(|()| {
        let made = ArtifactsInMemory::default();
        oscal::render_oscal(corpus(), &made).expect("documents");
        made.into_artifacts()
    });
    assert!(one.len() > 1 && one == other);
}

#[test]
fn a_choice_that_a_provision_leaves_is_not_set_as_if_it_were_one_value() {
    let documents = documents(corpus());
    let set = |region, control| {
        let set = requirement(&documents, region, control).get("set-parameters");
        set.map(|set| {
            under(set, "").iter().map(|one| (string(one, "param-id").to_owned(), one["values"].to_string())).collect()
        })
        .unwrap_or_default()
    };
    let strength = |id: &str, values: &str| (format!("account.password.strength_prm.{id}"), values.to_owned());
    let minato: Vec<(String, String)> = set("minato", "account.password.strength");
    let expected =
        [strength("length", "[\"8\"]"), strength("classes", "[\"letters\",\"digits\"]"), strength("change", "[\"2\"]")];
    assert_eq!(minato, expected);
    // Thirteen characters, or eight that are changed: only the kinds of characters are certain.
    let kumagaya = set("kumagaya", "account.password.strength");
    assert_eq!(kumagaya, [strength("classes", "[\"letters\",\"digits\",\"symbols\"]")]);
    assert_eq!(set("chuo", "consent.opt-in"), []);
    let told = values(requirement(&documents, "chuo", "consent.opt-in"), "parameter");
    assert_eq!(told, ["opt-in", "waived-if-given"]);
}

/// The texts as a set, none of which may stand twice.
fn unique<'a>(list: &[&'a str]) -> BTreeSet<&'a str> {
    let mut seen = BTreeSet::new();
    for one in list {
        assert!(seen.insert(*one), "{one} stands twice");
    }
    seen
}
