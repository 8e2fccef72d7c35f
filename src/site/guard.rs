//! A guard for templates that somebody else wrote: one that goes on without end is stopped and told, and takes neither the
//! machine nor the stack.
//!
//! The template engine limits ranges and refuses templates that include each other in a circle; it has no limit for loops
//! in loops or components that call themselves. So the guard is called at the beginning of every round of a loop and of
//! every component: [`guarded`] puts a call there, and [`GUARD`] counts.

use std::cell::Cell;
use std::time::{Duration, Instant};

use tera::{Kwargs, State, TeraResult};

/// The name of the function that templates call.
pub(super) const GUARD: &str = "_guard";

/// The longest time that a page may take; the slowest of ours takes a tenth of a second.
const TIME: Duration = Duration::from_secs(20);

/// The most rounds of loops that a page may take: twenty times those of a matrix of 500 regions.
const ROUNDS: u32 = 1_000_000;

/// The most of the stack that components may take, in bytes; threads have two megabytes.
const STACK: usize = 900 * 1024;

thread_local! {
    static PAGE: Cell<Option<Page>> = const { Cell::new(None) };
}

/// The page that a thread makes.
#[derive(Clone, Copy)]
struct Page {
    begun: Instant,
    rounds: u32,
    /// Where the stack stood when it began.
    stack: usize,
}

/// Begins a page on this thread.
pub(super) fn begin_page() {
    PAGE.set(Some(Page { begun: Instant::now(), rounds: 0, stack: stack_now() }));
}

/// The function that templates call: nothing, or the reason why the page is stopped.
pub(super) fn guard(_: Kwargs, _: &State) -> TeraResult<&'static str> {
    let Some(mut page) = PAGE.get() else { return Ok("") };
    page.rounds += 1;
    PAGE.set(Some(page));
    if page.stack.abs_diff(stack_now()) > STACK {
        return Err(tera::Error::message("components call each other without end"));
    }
    if page.rounds > ROUNDS {
        return Err(tera::Error::message(format!("more than {ROUNDS} rounds of loops on one page")));
    }
    // A look at the clock costs more than a round.
    if page.rounds.is_multiple_of(256) && page.begun.elapsed() > TIME {
        return Err(tera::Error::message(format!("more than {} seconds for one page", TIME.as_secs())));
    }
    Ok("")
}

/// Where the stack stands, nearly.
fn stack_now() -> usize {
    let here = 0_u8;
    std::hint::black_box(&raw const here).addr()
}

/// Returns `source` with a call of the guard behind each tag that begins a loop or a component. It stands on the same line,
/// so that faults keep their lines.
pub(super) fn guarded(source: &str) -> String {
    let mut out = String::with_capacity(source.len() + 256);
    let mut rest = source;
    while let Some(at) = rest.find("{%").into_iter().chain(rest.find("{#")).min() {
        let (before, tag) = rest.split_at(at);
        out.push_str(before);
        let close = if tag.starts_with("{#") { "#}" } else { "%}" };
        let Some(end) = tag.find(close) else {
            rest = tag;
            break;
        };
        let (tag, after) = tag.split_at(end + close.len());
        out.push_str(tag);
        rest = after;
        let words = tag.trim_start_matches("{%").trim_start_matches('-').trim_start();
        if words.starts_with("for ") || words.starts_with("component ") {
            // What the tag cuts off behind itself, the call must cut off.
            let close = if tag.ends_with("-%}") { "-}}" } else { "}}" };
            out.push_str("{{ ");
            out.push_str(GUARD);
            out.push_str("() ");
            out.push_str(close);
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loops_and_components_call_the_guard() {
        let source = "{# {% for a in b %} #}{% for a in b -%}\n x{% endfor %}{%- component c(d) %}";
        let wanted =
            "{# {% for a in b %} #}{% for a in b -%}{{ _guard() -}}\n x{% endfor %}{%- component c(d) %}{{ _guard() }}";
        assert_eq!(guarded(source), wanted);
        assert_eq!(guarded("a {% for"), "a {% for");
    }
}
