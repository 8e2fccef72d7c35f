//! The impact of a changed baseline on regions: the requirements that are new, changed or withdrawn, and of each region
//! the provisions behind them, its standing before and after, and drafts of deviations.

// A new kind of anything must be told of everywhere; no arm may swallow it.
#![warn(clippy::wildcard_enum_match_arm)]

mod changes;
mod data;
mod regions;
mod text;
mod view;

pub use changes::{ChangedAspect, RequirementChange, RequirementFate, requirement_changes};
pub use data::impact_json;
pub use regions::{ImpactItem, Outlook, RegionImpact, Task, region_impacts};
pub use text::impact_text;
pub use view::{ChangeView, ImpactView, RegionImpactView};
