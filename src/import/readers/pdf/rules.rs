//! Tables by their rules: where rules cross, cells are, and where one is missing, two cells are one.

use std::ops::Range;

use super::collect::DrawnRule;
use crate::import::outline::table::{GridCell, TableGrid};

/// The greatest distance between rules that are the same, in points.
const NEAR: f64 = 3.0;

/// The number of lines that a table may have in each direction.
const MOST_LINES: usize = 200;

/// A ruled table.
#[derive(Debug, Clone)]
pub(super) struct RuledTable {
    /// The beginnings of its columns, and the end of the last one.
    pub(super) columns: Vec<f64>,
    /// The beginnings of its rows, and the end of the last one.
    pub(super) rows: Vec<f64>,
    pub(super) grid: TableGrid,
}

impl RuledTable {
    /// The cell that the place lies in.
    pub(super) fn cell_at(&self, x: f64, y: f64) -> Option<&GridCell> {
        let within = |lines: &[f64], at: f64| {
            let last = lines.len().checked_sub(1)?;
            lines.windows(2).position(|pair| (pair[0]..pair[1]).contains(&at)).filter(|place| *place < last)
        };
        let (column, row) = (within(&self.columns, x)?, within(&self.rows, y)?);
        let holds = |cell: &&GridCell| {
            (cell.column..cell.column + cell.across).contains(&column)
                && (cell.row..cell.row + cell.down).contains(&row)
        };
        self.grid.cells.iter().find(holds)
    }

    /// The beginning and the end of a cell from left to right.
    pub(super) fn breadth(&self, cell: &GridCell) -> Range<f64> {
        let at = |column: usize| self.columns.get(column).copied().unwrap_or_default();
        at(cell.column)..at(cell.column + cell.across)
    }
}

/// The tables that `rules` draw, from above.
pub(super) fn ruled_tables(rules: &[DrawnRule]) -> Vec<RuledTable> {
    let rules = merged_rules(rules);
    let mut found: Vec<RuledTable> = meeting_rules(&rules).iter().filter_map(|group| ruled_table(group)).collect();
    found.sort_by(|one, other| one.rows[0].total_cmp(&other.rows[0]));
    found
}

/// Rules that lie on one line and touch are one: dashes, and the edges of neighbouring cells.
fn merged_rules(rules: &[DrawnRule]) -> Vec<DrawnRule> {
    let mut sorted = rules.to_vec();
    sorted.sort_by(|one, other| {
        one.level.cmp(&other.level).then(one.at.total_cmp(&other.at)).then(one.from.total_cmp(&other.from))
    });
    let mut out: Vec<DrawnRule> = Vec::new();
    for rule in sorted {
        let same = |known: &&mut DrawnRule| {
            known.level == rule.level
                && (known.at - rule.at).abs() < NEAR
                && rule.from <= known.to + NEAR
                && known.from <= rule.to + NEAR
        };
        // Sorted by place, so that a rule on the same line is among the last ones.
        match out.iter_mut().rev().take(MOST_LINES).find(same) {
            Some(known) => (known.from, known.to) = (known.from.min(rule.from), known.to.max(rule.to)),
            None => out.push(rule),
        }
    }
    out
}

/// Rules that meet, directly or through others.
fn meeting_rules(rules: &[DrawnRule]) -> Vec<Vec<DrawnRule>> {
    let meets = |one: &DrawnRule, other: &DrawnRule| {
        let reach = |rule: &DrawnRule, at: f64| rule.from - NEAR <= at && at <= rule.to + NEAR;
        one.level != other.level && reach(one, other.at) && reach(other, one.at)
    };
    let mut left: Vec<DrawnRule> = rules.to_vec();
    let mut groups = Vec::new();
    // A page of nothing but rules is a drawing.
    if left.len() > 20 * MOST_LINES {
        return groups;
    }
    while let Some(first) = left.pop() {
        let (mut group, mut at) = (vec![first], 0);
        while let Some(rule) = group.get(at).copied() {
            let (near, far): (Vec<DrawnRule>, Vec<DrawnRule>) = left.iter().partition(|other| meets(&rule, other));
            group.extend(near);
            left = far;
            at += 1;
        }
        groups.push(group);
    }
    groups
}

/// The places of rules in one direction, each once.
fn rule_places(group: &[DrawnRule], level: bool) -> Vec<f64> {
    let mut all: Vec<f64> = group.iter().filter(|rule| rule.level == level).map(|rule| rule.at).collect();
    all.sort_by(f64::total_cmp);
    all.dedup_by(|next, one| *next - *one < NEAR);
    all
}

/// The table of rules that meet; nothing where it has one column or one row and so is a frame or an underline.
fn ruled_table(group: &[DrawnRule]) -> Option<RuledTable> {
    let (mut columns, mut rows) = (rule_places(group, false), rule_places(group, true));
    if columns.len() > MOST_LINES || rows.len() > MOST_LINES || rows.is_empty() || columns.is_empty() {
        return None;
    }
    // Many Japanese tables have no rule at their sides.
    let (left, right) = rule_ends(group, true);
    let (top, bottom) = rule_ends(group, false);
    add_sides(&mut columns, left, right);
    add_sides(&mut rows, top, bottom);
    // Sides included, two columns have three lines between and around them.
    if columns.len() < 3 || rows.len() < 2 {
        return None;
    }
    let (across, down) = (columns.len() - 1, rows.len() - 1);
    // The rules on each line, so that each place is held against few of them.
    let on = |level: bool, at: f64| -> Vec<DrawnRule> {
        group.iter().filter(|rule| rule.level == level && (rule.at - at).abs() < NEAR).copied().collect()
    };
    let walls: Vec<Vec<DrawnRule>> = columns.iter().map(|at| on(false, *at)).collect();
    let floors: Vec<Vec<DrawnRule>> = rows.iter().map(|at| on(true, *at)).collect();
    let middle = |lines: &[f64], at: usize| f64::midpoint(lines[at], lines[at + 1]);
    let parted = |line: &[DrawnRule], middle: f64| {
        line.iter().any(|rule| rule.from - NEAR <= middle && middle <= rule.to + NEAR)
    };
    let wall = |row: usize, column: usize| parted(&walls[column], middle(&rows, row));
    let floor = |row: usize, column: usize| parted(&floors[row], middle(&columns, column));
    let mut taken = vec![vec![false; across]; down];
    let mut cells = Vec::new();
    for row in 0..down {
        for column in 0..across {
            if taken[row][column] {
                continue;
            }
            let free = |at: &usize| !taken[row][*at] && !wall(row, *at);
            // First as far to the right as no wall stands, then as far down as the whole breadth is open.
            let end = column + 1 + (column + 1..across).take_while(free).count();
            let open = |at: &usize| {
                (column..end).all(|place| !taken[*at][place] && !floor(*at, place))
                    && (column + 1..end).all(|place| !wall(*at, place))
            };
            let bottom = row + 1 + (row + 1..down).take_while(open).count();
            for line in &mut taken[row..bottom] {
                line[column..end].fill(true);
            }
            cells.push(GridCell { row, column, across: end - column, down: bottom - row });
        }
    }
    let grid = TableGrid { rows: down, columns: across, head: 0, cells };
    // A single cell is a frame around text.
    (grid.cells.len() > 2).then_some(RuledTable { columns, rows, grid })
}

/// The beginning of the first and the end of the last of the rules of one direction.
fn rule_ends(group: &[DrawnRule], level: bool) -> (f64, f64) {
    let own = || group.iter().filter(|rule| rule.level == level);
    let from = own().map(|rule| rule.from).fold(f64::INFINITY, f64::min);
    let to = own().map(|rule| rule.to).fold(f64::NEG_INFINITY, f64::max);
    (from, to)
}

fn add_sides(lines: &mut Vec<f64>, from: f64, to: f64) {
    if from.is_finite() && lines.first().is_some_and(|first| *first - from > 2.0 * NEAR) {
        lines.insert(0, from);
    }
    if to.is_finite() && lines.last().is_some_and(|last| to - *last > 2.0 * NEAR) {
        lines.push(to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(level: bool, at: f64, from: f64, to: f64) -> DrawnRule {
        DrawnRule { level, at, from, to }
    }

    #[test]
    fn cells_are_one_where_no_rule_parts_them() {
        // Three columns and two rows; the first column is one cell, and so are the others of the first row.
        let rules = [
            rule(true, 0.0, 0.0, 300.0),
            rule(true, 40.0, 0.0, 300.0),
            rule(true, 20.0, 100.0, 300.0),
            rule(false, 0.0, 0.0, 40.0),
            rule(false, 100.0, 0.0, 40.0),
            rule(false, 200.0, 20.0, 40.0),
            rule(false, 300.0, 0.0, 40.0),
        ];
        let found = ruled_tables(&rules);
        let cells: Vec<_> =
            found[0].grid.cells.iter().map(|cell| (cell.row, cell.column, cell.across, cell.down)).collect();
        assert_eq!(cells, [(0, 0, 1, 2), (0, 1, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1)]);
        assert_eq!(found[0].cell_at(50.0, 30.0).map(|cell| cell.column), Some(0));
        assert_eq!(found[0].cell_at(350.0, 30.0), None);
    }

    #[test]
    fn frames_and_underlines_are_no_tables() {
        assert!(ruled_tables(&[rule(true, 0.0, 0.0, 100.0), rule(true, 20.0, 0.0, 100.0)]).is_empty());
        let frame = [
            rule(true, 0.0, 0.0, 9.0),
            rule(true, 9.0, 0.0, 9.0),
            rule(false, 0.0, 0.0, 9.0),
            rule(false, 9.0, 0.0, 9.0),
        ];
        assert!(ruled_tables(&frame).is_empty());
    }
}
