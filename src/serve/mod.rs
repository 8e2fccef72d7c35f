//! `junsoku serve`: the site as it would be published, on this machine only, made anew while its content is written.
//!
//! A thread watches the folders (`watch`), the caller's makes the pages (`making`) into a store in memory (`store`),
//! and a server gives them out on the loopback address (`server`). A page that is open is made first and reloads as soon
//! as it is there; faulty content changes no page, and its findings are laid over what stands there (`laid_over`).

mod addresses;
mod laid_over;
mod making;
mod server;
mod sheets;
mod store;
mod watch;

use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use jiff::civil::Date;

use self::making::Maker;
use self::store::LiveSite;
use crate::base::diagnostics::{Diagnostic, Diagnostics};
use crate::base::locale::Messages;
use crate::pdf::setup::SetupSettings;

/// The settings of serving.
#[derive(Debug, Clone)]
pub struct ServeSettings {
    /// The content folder.
    pub content: PathBuf,
    /// The folder of the theme, where it is not the one beside the content.
    pub theme: Option<PathBuf>,
    /// The regions to show; all where none is named.
    pub regions: Vec<String>,
    /// The address that the site will have, if known.
    pub base_url: Option<String>,
    /// The tools for PDFs; without them no PDFs are made.
    pub sheets: Option<SetupSettings>,
    /// The port to listen on; the next that is free is taken where it is in use.
    pub port: u16,
}

/// What there is to tell while serving.
#[derive(Debug)]
pub enum ServeNews<'a> {
    /// The server listens at this address; whether that is another port than was asked for.
    Listening(&'a str, bool),
    /// Pages were made, so many of them new or changed, in this time.
    Made(usize, Duration, &'a Diagnostics),
    /// The content has errors; the pages stay as they were.
    Kept(&'a Diagnostics),
    /// PDFs were made, so many of them new or changed.
    Sheets(usize, &'a Diagnostics),
}

/// Serves what `settings` ask for until the process ends, telling `tell` how it goes. `today` tells the day for which
/// pages are made.
///
/// # Errors
/// J0080 where no port is free, J0081 where the server or the watch cannot begin.
pub fn serve(
    settings: &ServeSettings,
    messages: &'static Messages,
    today: &dyn Fn() -> Result<Date, Box<Diagnostic>>,
    tell: &dyn Fn(&ServeNews<'_>),
) -> Result<(), Box<Diagnostic>> {
    let (listener, port) = addresses::listener(settings.port)?;
    let site = Arc::new(LiveSite::default());
    let (changes, heard) = watch::watch(&settings.content, settings.theme.as_deref());
    let mut maker = Maker::new(settings, messages, Arc::clone(&site), Arc::clone(&changes));
    // The first pages are made before anybody can ask for one.
    maker.make_all(today, tell);
    begin_answering(listener, port, Arc::clone(&site))?;
    tell(&ServeNews::Listening(&addresses::site_address(port), port != settings.port));
    loop {
        match heard.wait(maker.next_due()) {
            watch::Heard::Change => maker.make_all(today, tell),
            watch::Heard::Quiet => maker.make_sheets(tell),
        }
    }
}

/// Begins to answer requests, in a thread of its own.
fn begin_answering(listener: TcpListener, port: u16, site: Arc<LiveSite>) -> Result<(), Box<Diagnostic>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Box::new(addresses::cannot_begin(&error)))?;
    let answer = move || runtime.block_on(server::answer_for_ever(listener, port, site));
    let thread = std::thread::Builder::new().name("server".to_owned()).spawn(answer);
    thread.map(drop).map_err(|error| Box::new(addresses::cannot_begin(&error)))
}
