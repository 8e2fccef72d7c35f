//! The style that gives links and buttons the colour of the settings.

use crate::base::artifact::Artifact;
use crate::base::colour::Colour;
use crate::corpus::Corpus;

/// Returns the style, if the settings choose a colour.
pub(super) fn accent_style(corpus: &Corpus) -> Option<Artifact> {
    let accent = corpus.identity.accent?;
    let scheme = |key: Colour, hover: Colour| format!(":root {{ --key: {key}; --key-hover: {hover}; }}");
    let light = scheme(accent.light, accent.light.mixed(Colour::BLACK, 0.4));
    let dark = scheme(accent.dark, accent.dark.mixed(Colour::WHITE, 0.5));
    let style = format!("{light}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n");
    Some(Artifact::new("assets/accent.css", style))
}
