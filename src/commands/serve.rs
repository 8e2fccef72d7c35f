//! `junsoku serve`: the site while it is written.

use fluent::FluentArgs;

use super::day::chosen_day;
use super::options::ServeOptions;
use super::{ExitOutcome, Session, content_folder};
use crate::base::diagnostics::Severity;
use crate::serve::{ServeNews, ServeSettings, serve};

/// Serves what `options` ask for until the process is asked to end.
pub(super) fn run_serve(options: &ServeOptions, session: &Session) -> ExitOutcome {
    if let Err(fault) = content_folder(&options.source.content) {
        session.report_one(*fault);
        return ExitOutcome::Environment;
    }
    let settings = ServeSettings {
        content: options.source.content.clone(),
        theme: options.source.theme.clone(),
        regions: options.source.region.clone(),
        base_url: options.source.base_url.clone(),
        sheets: (!options.source.no_pdf).then(|| options.sheets.setup(false)),
        port: options.port,
    };
    // Asked each time: a site that is looked at past midnight is that of the new day.
    let today = || chosen_day(options.source.as_of);
    match serve(&settings, session.messages, &today, &|news| tell_news(options, news, session)) {
        Ok(()) => ExitOutcome::Clean,
        Err(fault) => {
            session.report_one(*fault);
            ExitOutcome::Environment
        }
    }
}

fn tell_news(options: &ServeOptions, news: &ServeNews<'_>, session: &Session) {
    let messages = session.messages;
    match news {
        ServeNews::Listening(address, is_other) => {
            let port = options.port.to_string();
            let id = if *is_other && options.port != 0 { "serve-other-port" } else { "serve-listening" };
            session.print(&messages.with(id, &[("address", address), ("port", &port)]));
            // A desktop without a browser is told the address all the same.
            if options.open {
                let _ = open::that_detached(address);
            }
        }
        ServeNews::Made(changed, time, findings) => {
            let mut args = FluentArgs::new();
            args.set("changed", *changed);
            args.set("seconds", format!("{:.2}", time.as_secs_f64()));
            args.set("warnings", findings.count(Severity::Warning));
            session.print_report(&messages.format("serve-made", &args));
            if findings.has_errors() {
                session.report(findings);
            }
        }
        ServeNews::Kept(findings) => {
            session.report(findings);
            session.print_report(&messages.text("serve-kept"));
        }
        ServeNews::Sheets(changed, findings) => {
            session.report(findings);
            if *changed > 0 {
                session.print_report(&messages.with("serve-sheets", &[("changed", &changed.to_string())]));
            }
        }
    }
}
