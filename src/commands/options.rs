//! The options of each command.

use std::path::PathBuf;

use jiff::civil::Date;

use crate::base::shard::Shard;

use super::day::day;
use super::option_values::{
    AcceptedNumber, AmendFormat, ComparisonFormat, Format, ImpactFormat, TemplateFormat, accepted, base_url, kinds,
};
use crate::pdf::setup::SetupSettings;

/// The options of every command that sets sheets.
#[derive(Debug, clap::Args)]
pub(super) struct SheetOptions {
    #[arg(long, value_name = "DIR")]
    pub(super) font_path: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    pub(super) typst: Option<PathBuf>,
}

impl SheetOptions {
    /// Returns them as the settings of the set-up, in mincho if asked for.
    pub(super) fn setup(&self, mincho: bool) -> SetupSettings {
        SetupSettings { font_paths: self.font_path.clone(), typst: self.typst.clone(), mincho }
    }
}

/// What a site is made from, by which the shares of one build know each other.
#[derive(Debug, clap::Args)]
pub(super) struct SourceOptions {
    #[arg(long, value_name = "DIR")]
    pub(super) theme: Option<PathBuf>,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(super) region: Vec<String>,
    #[arg(long)]
    pub(super) no_pdf: bool,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Date>,
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(super) base_url: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(super) struct BuildOptions {
    #[arg(long, value_name = "I/N")]
    pub(super) shard: Option<Shard>,
    #[command(flatten)]
    pub(super) source: SourceOptions,
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub(super) output: PathBuf,
    #[arg(long = "all", id = "all_findings")]
    pub(super) all: bool,
    #[arg(long)]
    pub(super) all_or_nothing: bool,
    #[command(flatten)]
    pub(super) sheets: SheetOptions,
}

#[derive(Debug, clap::Args)]
pub(super) struct MergeOptions {
    #[arg(value_name = "DIR", required = true)]
    pub(super) parts: Vec<PathBuf>,
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub(super) output: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct FixOptions {
    #[arg(long = "dry-run", id = "fix_dry_run")]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct ServeOptions {
    #[arg(long, value_name = "N", default_value = "8000")]
    pub(super) port: u16,
    #[arg(long)]
    pub(super) open: bool,
    #[command(flatten)]
    pub(super) source: SourceOptions,
    #[command(flatten)]
    pub(super) sheets: SheetOptions,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckOptions {
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    #[arg(long, value_enum, default_value = "human")]
    pub(super) format: Format,
    #[arg(long)]
    pub(super) strict: bool,
    #[arg(long = "all", id = "all_findings")]
    pub(super) all: bool,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Date>,
}

#[derive(Debug, clap::Args)]
pub(super) struct AcceptOptions {
    #[arg(value_name = "TARGET")]
    pub(super) target: Vec<String>,
    #[arg(long)]
    pub(super) all: bool,
    #[arg(long, value_name = "NAME")]
    pub(super) by: Option<String>,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Date>,
    #[arg(long)]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct ExplainOptions {
    #[arg(value_name = "CODE")]
    pub(super) code: Option<String>,
}

#[derive(Debug, clap::Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is an option of its own on the command line")]
pub(super) struct FillOptions {
    #[arg(value_name = "FORM")]
    pub(super) form: String,
    #[arg(long, value_name = "FILE")]
    pub(super) data: Option<PathBuf>,
    #[arg(long, value_name = "HEADING=FIELD")]
    pub(super) map: Vec<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) sheet: Option<String>,
    #[arg(long, value_name = "FILE")]
    pub(super) common: Option<PathBuf>,
    #[arg(long, value_name = "DIR", default_value = "filled")]
    pub(super) output: PathBuf,
    #[arg(long, value_enum)]
    pub(super) template: Option<TemplateFormat>,
    #[arg(long, value_name = "FIELD")]
    pub(super) name: Option<String>,
    #[arg(long)]
    pub(super) merge: bool,
    #[arg(long)]
    pub(super) keep_going: bool,
    #[arg(long)]
    pub(super) incomplete: bool,
    #[arg(long)]
    pub(super) english: bool,
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Date>,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    #[command(flatten)]
    pub(super) sheets: SheetOptions,
}

#[derive(Debug, clap::Args)]
pub(super) struct AmendOptions {
    #[arg(value_name = "OLD")]
    pub(super) old: String,
    #[arg(value_name = "NEW")]
    pub(super) new: Option<String>,
    #[arg(long, value_name = "REV")]
    pub(super) from_rev: Option<String>,
    #[arg(long, value_name = "REV")]
    pub(super) to_rev: Option<String>,
    #[arg(long = "as-of", id = "amend_as_of", value_name = "DATE", value_parser = day, conflicts_with_all = ["new", "from_rev", "to_rev"])]
    pub(super) as_of: Option<Date>,
    #[arg(long = "format", value_enum, default_value = "text")]
    pub(super) amend_format: AmendFormat,
    #[arg(long = "output", value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long)]
    pub(super) old_left: bool,
    #[arg(long, value_name = "N")]
    pub(super) columns: Option<usize>,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    #[command(flatten)]
    pub(super) sheets: SheetOptions,
}

#[derive(Debug, clap::Args)]
pub(super) struct ImpactOptions {
    #[arg(long = "from-rev", id = "impact_from_rev", value_name = "REV", conflicts_with = "impact_from")]
    pub(super) from_rev: Option<String>,
    #[arg(long = "from", id = "impact_from", value_name = "DIR")]
    pub(super) from: Option<PathBuf>,
    #[arg(long = "format", value_enum, default_value = "text")]
    pub(super) impact_format: ImpactFormat,
    #[arg(long = "output", value_name = "FILE")]
    pub(super) file: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    #[command(flatten)]
    pub(super) sheets: SheetOptions,
}

#[derive(Debug, clap::Args)]
pub(super) struct ApplyOptions {
    #[arg(value_name = "AMENDMENT")]
    pub(super) amendment: PathBuf,
    #[arg(long = "document", id = "apply_document", value_name = "DOCUMENT")]
    pub(super) document: Option<String>,
    #[arg(long = "compare", id = "compare_with", value_name = "NEW")]
    pub(super) compare: Option<String>,
    #[arg(long = "from", value_name = "DATE", value_parser = day, id = "apply_from")]
    pub(super) from: Option<Date>,
    #[arg(long = "dry-run", id = "apply_dry_run")]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct CompareOptions {
    #[arg(value_name = "A")]
    pub(super) left: String,
    #[arg(value_name = "B")]
    pub(super) right: String,
    #[arg(long, value_name = "TOPIC")]
    pub(super) topic: Option<String>,
    #[arg(long, value_enum, default_value = "human")]
    pub(super) format: ComparisonFormat,
    #[arg(long)]
    pub(super) differences: bool,
    #[arg(long, value_name = "N")]
    pub(super) columns: Option<usize>,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct SuggestOptions {
    #[arg(value_name = "REGION", id = "of_region")]
    pub(super) region: String,
    #[arg(long)]
    pub(super) write: bool,
    #[arg(long, value_name = "N[=EXTENT]|tN", value_delimiter = ',', requires = "write", value_parser = accepted)]
    pub(super) accept: Vec<AcceptedNumber>,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct EditionOptions {
    #[arg(value_name = "DOCUMENT", id = "kept_document")]
    pub(super) document: String,
    #[arg(long = "from", value_name = "DATE", value_parser = day, id = "new_from")]
    pub(super) from: Option<Date>,
    #[arg(long = "dry-run", id = "edition_dry_run")]
    pub(super) dry_run: bool,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct NewOptions {
    #[arg(value_name = "REGION", id = "new_region")]
    pub(super) region: String,
    #[arg(long, value_name = "NAME", id = "region_name")]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct CompletionsOptions {
    #[arg(value_name = "SHELL")]
    pub(super) shell: clap_complete::Shell,
}

#[derive(Debug, clap::Args)]
pub(super) struct InitOptions {
    #[arg(id = "init_folder", value_name = "DIR", default_value = ".")]
    pub(super) folder: PathBuf,
    #[arg(long = "name", id = "site_name", value_name = "NAME")]
    pub(super) name: Option<String>,
    #[arg(long, value_name = "NAME")]
    pub(super) council: Option<String>,
    #[arg(long = "region-name", id = "first_region_name", value_name = "NAME", requires = "init_region")]
    pub(super) region_name: Option<String>,
    #[arg(long = "region", id = "init_region", value_name = "ID")]
    pub(super) region: Option<String>,
    #[arg(long)]
    pub(super) without_baseline: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ImportOptions {
    #[arg(id = "import_file", value_name = "FILE")]
    pub(super) file: PathBuf,
    #[arg(id = "import_region", long = "region", value_name = "ID")]
    pub(super) region: String,
    #[arg(id = "import_document", long = "document", value_name = "ID", default_value = "policy")]
    pub(super) document: String,
    #[arg(id = "import_name", long = "name", value_name = "NAME")]
    pub(super) name: Option<String>,
    #[arg(id = "import_output", long = "output", value_name = "DIR", default_value = "content")]
    pub(super) output: PathBuf,
    #[arg(id = "import_form", long = "form")]
    pub(super) form: bool,
    #[arg(id = "import_dry_run", long = "dry-run")]
    pub(super) dry_run: bool,
    #[arg(id = "import_force", long = "force")]
    pub(super) force: bool,
    #[arg(id = "import_review", long = "review", value_name = "FILE")]
    pub(super) review: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct SchemaOptions {
    #[arg(id = "schema_kind", value_name = "KIND", value_parser = kinds())]
    pub(super) kind: Option<String>,
    #[arg(id = "schema_output", long = "output", value_name = "DIR")]
    pub(super) output: Option<PathBuf>,
    #[arg(long)]
    pub(super) force: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct ThemeOptions {
    #[arg(long, conflicts_with = "copy")]
    pub(super) list: bool,
    #[arg(long, value_name = "NAME")]
    pub(super) copy: Option<String>,
    #[arg(long, value_name = "DIR")]
    pub(super) theme: Option<PathBuf>,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(super) struct SetupOptions {
    #[command(flatten)]
    pub(super) sheets: SheetOptions,
    #[arg(long)]
    pub(super) clean: bool,
}
