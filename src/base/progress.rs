//! Signs that something takes long and goes on: spinners and counting bars on the terminal.
//!
//! Nothing here ever goes to standard output, and nothing at all is drawn where nobody watches.

use std::io::Write as _;
use std::time::Duration;

use indicatif::{MultiProgress, ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The time between two turns of a spinner.
const TICK: Duration = Duration::from_millis(100);

/// The place where spinners and bars are drawn: standard error, or nowhere.
#[derive(Debug)]
pub struct Progress {
    bars: MultiProgress,
    visible: bool,
}

impl Progress {
    /// Draws on standard error if `visible`; the caller passes whether that is a terminal.
    #[must_use]
    pub fn new(visible: bool) -> Self {
        let target = if visible { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        Self { bars: MultiProgress::with_draw_target(target), visible }
    }

    /// A spinner with `message`, until the guard is dropped.
    #[must_use]
    pub fn step(&self, message: impl Into<String>) -> ProgressStep {
        let message = message.into();
        let bar = self.bars.add(ProgressBar::new_spinner());
        bar.set_style(spinner_style("{spinner} {wide_msg}"));
        bar.set_message(message.clone());
        bar.enable_steady_tick(TICK);
        ProgressStep { bar, message }
    }

    /// A [step](Self::step) of minutes: where no spinner shows, `notice` goes to standard error as one plain
    /// line, because a log that stands still for so long looks broken.
    #[must_use]
    pub fn long_step(&self, message: impl Into<String>, notice: &str) -> ProgressStep {
        if !self.visible {
            // A closed standard error must not stop the work (`eprintln!` would panic).
            let _ = writeln!(std::io::stderr(), "{notice}");
        }
        self.step(message)
    }

    /// A bar that counts up to `total` pieces, until the guard is dropped.
    #[must_use]
    pub fn count(&self, total: usize, message: impl Into<String>) -> Count {
        let bar = self.bars.add(ProgressBar::new(u64::try_from(total).unwrap_or(u64::MAX)));
        bar.set_style(spinner_style("{msg} {wide_bar} {pos}/{len}"));
        bar.set_message(message.into());
        // Without a first tick the bar stays away until the first piece is done.
        bar.tick();
        Count { bar }
    }
}

/// The look of a bar; that of indicatif should a template be faulty.
fn spinner_style(template: &str) -> ProgressStyle {
    ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// A spinner on the terminal; it vanishes when this is dropped.
#[derive(Debug)]
pub struct ProgressStep {
    bar: ProgressBar,
    message: String,
}

impl ProgressStep {
    /// Shows `line` (what the called program just said) behind the message, without its control characters.
    pub fn detail(&self, line: &str) {
        // A control character would move the cursor out of the line that the spinner draws anew.
        let line: String = line.trim().chars().filter(|c| !c.is_control()).collect();
        if !line.is_empty() {
            self.bar.set_message(format!("{} – {line}", self.message));
        }
    }
}

impl Drop for ProgressStep {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

/// A counting bar on the terminal; it vanishes when this is dropped. Threads may share it.
#[derive(Debug)]
pub struct Count {
    bar: ProgressBar,
}

impl Count {
    /// One more piece is done.
    pub fn inc(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Count {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_templates_are_right() {
        for template in ["{spinner} {wide_msg}", "{msg} {wide_bar} {pos}/{len}"] {
            assert!(ProgressStyle::with_template(template).is_ok(), "{template}");
        }
    }

    #[test]
    fn what_the_program_said_stands_behind_the_message() {
        let step = Progress::new(false).step("typst");
        step.detail("   Compiling ecow v0.2.6\u{1b}\n");
        assert_eq!(step.bar.message(), "typst – Compiling ecow v0.2.6");
        step.detail("\n");
        assert_eq!(step.bar.message(), "typst – Compiling ecow v0.2.6");
    }

    #[test]
    fn a_count_counts_from_several_threads() {
        let count = Progress::new(false).count(4, "pdf");
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| count.inc());
            }
        });
        assert_eq!(count.bar.position(), 4);
    }
}
