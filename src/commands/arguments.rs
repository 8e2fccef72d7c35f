//! What may be written on the command line, with its help in the user's language.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use crate::diagnostics::Diagnostic;
use crate::locale::{Lang, Messages};

/// The whole command line. Its help is written from `locales/`.
#[derive(Debug, Parser)]
#[command(name = "junsoku", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    #[arg(long, global = true, value_enum)]
    lang: Option<LangArgument>,
    #[arg(long, short, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Build(BuildOptions),
    Check(CheckOptions),
    Accept(AcceptOptions),
    Explain(ExplainOptions),
    Fill(FillOptions),
    Compare(CompareOptions),
    Suggest(SuggestOptions),
    New(NewOptions),
    Setup(SetupOptions),
}

#[derive(Debug, clap::Args)]
pub(super) struct BuildOptions {
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    #[arg(long, value_name = "DIR", default_value = "output")]
    pub(super) output: PathBuf,
    #[arg(long, value_name = "ID")]
    pub(super) region: Vec<String>,
    #[arg(long)]
    pub(super) no_pdf: bool,
    #[arg(long, value_name = "URL", value_parser = base_url)]
    pub(super) base_url: Option<String>,
    #[arg(long, value_name = "DIR")]
    pub(super) font_path: Vec<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(super) struct CheckOptions {
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    #[arg(long, value_enum, default_value = "human")]
    pub(super) format: Format,
    #[arg(long)]
    pub(super) strict: bool,
}

#[derive(Debug, clap::Args)]
pub(super) struct AcceptOptions {
    #[arg(value_name = "TARGET")]
    pub(super) target: Vec<String>,
    #[arg(long)]
    pub(super) all: bool,
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
pub(super) struct FillOptions {
    #[arg(value_name = "FORM")]
    pub(super) form: String,
    #[arg(long, value_name = "FILE")]
    pub(super) data: Option<PathBuf>,
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
    pub(super) english: bool,
    #[arg(long, value_name = "DIR", default_value = "content")]
    pub(super) content: PathBuf,
    #[arg(long, value_name = "DIR")]
    pub(super) font_path: Vec<PathBuf>,
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
pub(super) struct SetupOptions {
    #[arg(long, value_name = "DIR")]
    pub(super) font_path: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum Format {
    Human,
    Json,
    Sarif,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum ComparisonFormat {
    Human,
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(super) enum TemplateFormat {
    Csv,
    Json,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangArgument {
    Ja,
    En,
}

/// An address to which paths can be added: a scheme, a host, perhaps a folder.
fn base_url(value: &str) -> Result<String, String> {
    let (scheme, rest) = value.split_once("://").unwrap_or_default();
    let known = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let host = rest.split('/').next().unwrap_or_default();
    let strange = |c: char| c.is_whitespace() || c.is_control() || "?#\"<>'\\".contains(c);
    let sound = known && !host.is_empty() && !rest.contains(strange);
    if sound { Ok(value.to_owned()) } else { Err("https://www.example.jp/mcs/".to_owned()) }
}

/// What the command line asks for.
#[derive(Debug)]
pub(super) enum Request {
    /// A command.
    Run(Arguments),
    /// Help or the version.
    Show(String),
    /// Help, because no command was given.
    Explain(String),
    /// Nothing that could be done.
    Refuse(Box<Diagnostic>),
}

/// Reads the command line; the messages are in the language that it or the environment asks for.
pub(super) fn parse(args: &[OsString]) -> (Messages, Request) {
    let messages = Messages::new(language(args, |name| std::env::var(name).ok()));
    let command = localized(Arguments::command(), &messages);
    let help = command.clone().render_help().to_string();
    let parsed = command.try_get_matches_from(args).and_then(|matches| Arguments::from_arg_matches(&matches));
    let request = match parsed {
        Ok(arguments) => Request::Run(arguments),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Request::Show(error.render().to_string()),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
                Request::Explain(help)
            }
            _ => Request::Refuse(Box::new(Diagnostic::error("J0001").arg("reason", reason(&error)))),
        },
    };
    (messages, request)
}

/// `--lang` first, then `LC_ALL`, then `LANG`; English where none names a language that junsoku speaks.
fn language(args: &[OsString], environment: impl Fn(&str) -> Option<String>) -> Lang {
    let args: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let named = args.iter().enumerate().find_map(|(at, arg)| match arg.strip_prefix("--lang") {
        Some("") => args.get(at + 1).copied(),
        Some(rest) => rest.strip_prefix('='),
        None => None,
    });
    let set = |name| environment(name).filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LANG"));
    named.and_then(Lang::from_locale).or_else(|| Lang::from_locale(&locale?)).unwrap_or(Lang::En)
}

/// The words that clap could not make sense of.
fn reason(error: &clap::Error) -> String {
    let text = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(" ")),
        _ => None,
    };
    let parts = [ContextKind::InvalidSubcommand, ContextKind::InvalidArg, ContextKind::InvalidValue];
    let parts: Vec<String> = parts.into_iter().filter_map(text).filter(|part| !part.is_empty()).collect();
    let near = [ContextKind::SuggestedSubcommand, ContextKind::SuggestedArg, ContextKind::SuggestedValue];
    let mut near: Vec<String> = near.into_iter().filter_map(text).collect();
    // An option's own check says what it would have taken.
    near.extend(std::error::Error::source(error).map(ToString::to_string));
    match (parts.is_empty(), near.is_empty()) {
        (true, _) => "junsoku".to_owned(),
        (false, true) => parts.join(" "),
        (false, false) => format!("{} (→ {}?)", parts.join(" "), near.join(", ")),
    }
}

/// The command with its help in the language of `messages`.
fn localized(command: clap::Command, messages: &Messages) -> clap::Command {
    let (usage, options) = (messages.text("usage-heading"), messages.text("options-heading"));
    let template = |commands: &str| format!("{{about}}\n\n{usage}: {{usage}}{commands}\n\n{options}:\n{{options}}");
    let commands = format!("\n\n{}:\n{{subcommands}}", messages.text("commands-heading"));
    with_options(command, messages)
        .about(messages.text("about"))
        .override_usage(messages.text("usage"))
        .help_template(template(&commands))
        .mut_subcommands(|subcommand| {
            let name = subcommand.get_name().to_owned();
            with_options(subcommand, messages)
                .about(messages.text(&format!("command-{name}")))
                .override_usage(messages.with("usage-command", &[("command", &name)]))
                .help_template(template(""))
        })
}

/// Each option's help, with its default and its possible values, which clap would tell in English.
fn with_options(command: clap::Command, messages: &Messages) -> clap::Command {
    command.mut_args(|arg| {
        let mut help = messages.text(&format!("option-{}", arg.get_id().as_str().replace('_', "-")));
        if !arg.get_action().takes_values() {
            return arg.help(help);
        }
        let values: Vec<String> = arg.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
        if !values.is_empty() {
            help.push_str(&messages.with("option-values", &[("values", &values.join(", "))]));
        }
        if let [default] = arg.get_default_values() {
            help.push_str(&messages.with("option-default", &[("value", &default.to_string_lossy())]));
        }
        arg.help(help).hide_default_value(true).hide_possible_values(true)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(args: &[&str], environment: &[(&str, &str)]) -> Lang {
        let args: Vec<OsString> = args.iter().map(OsString::from).collect();
        let find = |name: &str| environment.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        language(&args, find)
    }

    #[test]
    fn the_option_wins_over_the_environment() {
        assert_eq!(chosen(&["junsoku", "--lang", "en"], &[("LC_ALL", "ja_JP.UTF-8")]), Lang::En);
        assert_eq!(chosen(&["junsoku", "check", "--lang=ja"], &[]), Lang::Ja);
        assert_eq!(chosen(&["junsoku"], &[("LC_ALL", ""), ("LANG", "ja_JP.UTF-8")]), Lang::Ja);
        assert_eq!(chosen(&["junsoku"], &[("LC_ALL", "C"), ("LANG", "ja_JP.UTF-8")]), Lang::En);
        assert_eq!(chosen(&["junsoku"], &[("LANG", "fr_FR")]), Lang::En);
    }

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn every_option_has_help_in_both_languages() {
        for lang in Lang::ALL {
            let command = localized(Arguments::command(), &Messages::new(lang));
            for subcommand in command.get_subcommands() {
                for arg in subcommand.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty() && !help.starts_with("option-"), "{lang} {}: {help}", arg.get_id());
                }
            }
        }
    }
}
