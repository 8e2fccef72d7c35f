//! The command line as it may be written, with its help in the user's language.

use std::ffi::OsString;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{CommandFactory as _, FromArgMatches as _, Parser, Subcommand, ValueEnum};

use super::options::{
    AcceptOptions, AmendOptions, ApplyOptions, BuildOptions, CheckOptions, CompareOptions, CompletionsOptions,
    EditionOptions, ExplainOptions, FillOptions, FixOptions, ImpactOptions, ImportOptions, InitOptions, MergeOptions,
    NewOptions, SchemaOptions, ServeOptions, SetupOptions, SourceOptions, SuggestOptions, ThemeOptions,
};
use crate::base::diagnostics::{Code, Diagnostic};
use crate::base::locale::{Lang, Messages};

/// The whole command line. Its help is written from `locales/`.
#[derive(Debug, Parser)]
#[command(name = "junsoku", version, disable_help_flag = true, disable_version_flag = true)]
#[command(disable_help_subcommand = true)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    #[arg(long, global = true, value_enum)]
    lang: Option<LangArgument>,
    #[arg(long, short, global = true)]
    pub(super) quiet: bool,
    #[arg(long, global = true, value_enum, default_value = "auto")]
    pub(super) color: ColourArgument,
    #[arg(long, short, global = true, action = clap::ArgAction::Help)]
    help: Option<bool>,
    #[arg(long, short = 'V', action = clap::ArgAction::Version)]
    version: Option<bool>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    Build(BuildOptions),
    Check(CheckOptions),
    Fix(FixOptions),
    Serve(ServeOptions),
    Accept(AcceptOptions),
    Explain(ExplainOptions),
    Fill(FillOptions),
    Amend(AmendOptions),
    Apply(ApplyOptions),
    Impact(ImpactOptions),
    Edition(EditionOptions),
    Compare(CompareOptions),
    Suggest(SuggestOptions),
    New(NewOptions),
    Import(ImportOptions),
    Init(InitOptions),
    Completions(CompletionsOptions),
    Schema(SchemaOptions),
    Theme(ThemeOptions),
    Digest(SourceOptions),
    Merge(MergeOptions),
    Setup(SetupOptions),
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum LangArgument {
    Ja,
    En,
}

/// The occasions on which findings are coloured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum ColourArgument {
    /// On a terminal that allows it.
    Auto,
    /// Always, also into a file.
    Always,
    /// Never.
    Never,
}

/// A request of the command line.
#[derive(Debug)]
pub(super) enum CommandRequest {
    /// A command.
    Run(Box<Arguments>),
    /// Help or the version.
    Show(String),
    /// Help, because no command was given.
    Explain(String),
    /// Nothing that could be done.
    Refuse(Box<Diagnostic>),
}

impl Arguments {
    /// Whether each finding is to be shown, however many are alike.
    pub(super) fn wants_all_findings(&self) -> bool {
        matches!(
            &self.command,
            Command::Check(CheckOptions { all: true, .. }) | Command::Build(BuildOptions { all: true, .. })
        )
    }
}

/// Reads the command line; the messages are in the language that it or the environment asks for.
pub(super) fn parse_arguments(args: &[OsString]) -> (&'static Messages, CommandRequest) {
    // The language is looked for by hand: what is amiss with the line must be said in it before the line is
    // understood.
    let messages = Messages::of(language(args, |name| std::env::var(name).ok()));
    let command = localized(Arguments::command(), messages);
    // Drawn beforehand, since reading the line takes the command away.
    let help = command.clone().render_help().to_string();
    let parsed = command.try_get_matches_from(args).and_then(|matches| Arguments::from_arg_matches(&matches));
    let request = match parsed {
        Ok(arguments) => CommandRequest::Run(Box::new(arguments)),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => CommandRequest::Show(error.render().to_string()),
            ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
                CommandRequest::Explain(help)
            }
            _ => CommandRequest::Refuse(Box::new(Diagnostic::new(Code::J0001).arg("reason", clap_words(&error)))),
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
    // POSIX takes an empty variable for one that is not set.
    let set = |name| environment(name).filter(|value| !value.is_empty());
    let locale = set("LC_ALL").or_else(|| set("LANG"));
    named.and_then(Lang::from_locale).or_else(|| Lang::from_locale(&locale?)).unwrap_or(Lang::En)
}

/// The words that clap could not make sense of.
fn clap_words(error: &clap::Error) -> String {
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
    let template =
        |commands: &str| format!("{{about}}\n\n{usage}: {{usage}}{commands}\n\n{options}:\n{{options}}{{after-help}}");
    let statuses = format!("\n{}", messages.text("exit-statuses"));
    let commands = format!("\n\n{}:\n{{subcommands}}", messages.text("commands-heading"));
    with_options(command, messages)
        .about(messages.text("about"))
        .override_usage(messages.text("usage"))
        .help_template(template(&commands))
        .after_help(statuses)
        .mut_subcommands(|subcommand| {
            let name = subcommand.get_name().to_owned();
            let arguments = usage_arguments(&subcommand);
            let example = messages.with("example", &[("example", &messages.text(&format!("example-{name}")))]);
            with_options(subcommand, messages)
                .about(messages.text(&format!("command-{name}")))
                .override_usage(messages.with("usage-command", &[("command", &name), ("arguments", &arguments)]))
                .help_template(template(""))
                .after_help(format!("\n{example}"))
        })
}

/// Returns what must or may follow a command's name besides options that may be left out: ` --region ID FILE`.
fn usage_arguments(command: &clap::Command) -> String {
    let name = |arg: &clap::Arg| {
        let names = arg.get_value_names().unwrap_or_default();
        let name = names.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        if arg.get_num_args().is_some_and(|count| count.max_values() > 1) { format!("{name}...") } else { name }
    };
    let needed = command.get_opts().filter(|arg| arg.is_required_set());
    let needed = needed.map(|arg| format!(" --{} {}", arg.get_long().unwrap_or_default(), name(arg)));
    let places = command.get_positionals().map(|arg| {
        let name = name(arg);
        if arg.is_required_set() { format!(" {name}") } else { format!(" [{name}]") }
    });
    needed.chain(places).collect()
}

/// Returns the command line as shells complete it, with help in the language of `messages`.
pub(super) fn complete_command(messages: &Messages) -> clap::Command {
    localized(Arguments::command(), messages)
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
            let command = localized(Arguments::command(), Messages::of(lang));
            for subcommand in command.get_subcommands() {
                for arg in subcommand.get_arguments() {
                    let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                    assert!(!help.is_empty() && !help.starts_with("option-"), "{lang} {}: {help}", arg.get_id());
                }
            }
        }
    }
}
