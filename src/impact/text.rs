//! The impact as text for a terminal.

use super::view::ImpactView;

/// Returns `view` as text: the changes, then region by region what they mean, each row below its head.
#[must_use]
pub fn impact_text(view: &ImpactView) -> String {
    let mut lines = vec![view.title.clone()];
    lines.extend(view.lead.iter().cloned());
    if !view.changes.is_empty() {
        lines.extend([String::new(), format!("■ {}", view.changes_title)]);
    }
    for change in &view.changes {
        lines.push(format!("● {}", change.head));
        lines.extend(change.facts.iter().map(|fact| format!("  {fact}")));
        for (name, text) in &change.texts {
            let text = text.lines().collect::<Vec<_>>().join("\n    ");
            lines.push(format!("  {name}\n    {text}"));
        }
    }
    for region in &view.regions {
        lines.extend([String::new(), format!("■ {}", region.title)]);
        for row in &region.rows {
            let mut cells = row.iter().zip(&region.columns);
            lines.extend(cells.next().map(|(item, _)| format!("● {item}")));
            lines.extend(cells.map(|(cell, column)| format!("  {column}  {cell}")));
        }
        if let Some(draft) = &region.draft {
            lines.push(format!("{}\n", region.draft_lead));
            lines.extend(draft.trim_end().lines().map(str::to_owned));
        }
    }
    lines.join("\n")
}
