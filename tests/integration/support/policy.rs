//! Random policies and random changes of them, made of one stream of random numbers.

use std::fmt::Write as _;

/// Words of which texts are made; some are parts of others, some are numbers, addresses or in brackets.
const WORDS: [&str; 30] = [
    "当番は",
    "組長へ",
    "日誌を",
    "鍵を",
    "合鍵を",
    "八本",
    "十三回",
    "3日",
    "12時",
    "第三条",
    "第二条第一項",
    "「灯り」",
    "「灯りの油」を",
    "（家族を含む。）",
    "渡す",
    "守る",
    "、",
    "、",
    "及び",
    "又は",
    "毎晩",
    "その日の",
    "うちに",
    "届け出",
    "町の",
    "見守り",
    "の",
    "を",
    "公民館",
    "こと",
];

const CAPTIONS: [&str; 10] =
    ["目的", "灯りの世話", "灯り", "鍵", "鍵の届出", "日誌", "日誌の保管", "渡し舟", "「鐘」の合図", "細目"];

/// Random numbers, then zeros.
pub(crate) struct Dice<'d>(std::slice::Iter<'d, u16>);

impl<'d> Dice<'d> {
    pub(crate) fn new(numbers: &'d [u16]) -> Self {
        Self(numbers.iter())
    }

    /// A number below `bound`.
    pub(crate) fn roll(&mut self, bound: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or_default()) % bound.max(1)
    }

    fn words(&mut self, count: usize) -> Vec<String> {
        (0..count).map(|_| WORDS[self.roll(WORDS.len())].to_owned()).collect()
    }

    fn caption(&mut self) -> Option<String> {
        let at = self.roll(CAPTIONS.len() + 2);
        CAPTIONS.get(at).map(|caption| (*caption).to_owned())
    }

    fn text(&mut self) -> Vec<String> {
        let count = 2 + self.roll(9);
        self.words(count)
    }
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Provision {
    id: usize,
    caption: Option<String>,
    text: Vec<String>,
    items: Vec<Self>,
    paragraphs: Vec<Self>,
}

#[derive(Debug, Clone)]
pub(crate) struct Policy {
    title: Vec<String>,
    chapters: bool,
    body: Vec<Provision>,
    /// Whether the supplementary provision is one sentence without a number.
    bare: bool,
    supplementary: Vec<Provision>,
    appendix: Option<Vec<Provision>>,
    /// A supplementary provision of a later amendment.
    later: bool,
    next: usize,
}

/// What a provision is, by where it stands: what stands below it follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Depth {
    Chapter,
    Article,
    Paragraph,
    Item,
    Subitem,
    Point,
    Bullet,
}

impl Policy {
    pub(crate) fn random(dice: &mut Dice<'_>) -> Self {
        let mut policy = Self {
            title: vec!["みどり町".to_owned(), "見守り".to_owned(), "規程".to_owned()],
            chapters: dice.roll(3) == 0,
            body: Vec::new(),
            bare: dice.roll(2) == 0,
            supplementary: Vec::new(),
            appendix: None,
            later: false,
            next: 0,
        };
        let first = if policy.chapters { Depth::Chapter } else { Depth::Article };
        policy.body = (0..=dice.roll(7)).map(|_| policy.provision(first, dice)).collect();
        let count = if policy.bare { 1 } else { 1 + dice.roll(3) };
        policy.supplementary = (0..count).map(|_| policy.provision(Depth::Article, dice)).collect();
        if policy.bare {
            policy.supplementary[0] = Provision { id: policy.id(), text: dice.text(), ..Provision::default() };
        }
        if dice.roll(2) == 0 {
            policy.appendix = Some((0..=dice.roll(4)).map(|_| policy.provision(Depth::Point, dice)).collect());
        }
        policy
    }

    fn id(&mut self) -> usize {
        self.next += 1;
        self.next
    }

    fn provision(&mut self, depth: Depth, dice: &mut Dice<'_>) -> Provision {
        let mut provision = Provision { id: self.id(), text: dice.text(), ..Provision::default() };
        let (below, count) = match depth {
            Depth::Chapter => (Depth::Article, 1 + dice.roll(4)),
            Depth::Article | Depth::Paragraph => (Depth::Item, [0, 0, 2, 5][dice.roll(4)]),
            Depth::Item => (Depth::Subitem, [0, 0, 0, 3][dice.roll(4)]),
            Depth::Point => (Depth::Bullet, dice.roll(3)),
            Depth::Subitem | Depth::Bullet => (Depth::Bullet, 0),
        };
        provision.items = (0..count).map(|_| self.provision(below, dice)).collect();
        match depth {
            Depth::Chapter => {
                provision.text.clear();
                provision.caption = dice.caption().or(Some("総則".to_owned()));
            }
            Depth::Article => {
                provision.caption = dice.caption();
                let count = [0, 0, 1, 3][dice.roll(4)];
                provision.paragraphs = (0..count).map(|_| self.provision(Depth::Paragraph, dice)).collect();
            }
            Depth::Point => provision.caption = dice.caption(),
            _ => {}
        }
        provision
    }

    /// A list of neighbours and what they are, chosen at random.
    fn list(&mut self, dice: &mut Dice<'_>) -> (&mut Vec<Provision>, Depth) {
        let (mut list, mut depth) = match (dice.roll(5), self.bare, &mut self.appendix) {
            (0, true, _) => (&mut self.supplementary, Depth::Bullet),
            (0, false, _) => (&mut self.supplementary, Depth::Article),
            (1, _, Some(points)) => (points, Depth::Point),
            _ => (&mut self.body, if self.chapters { Depth::Chapter } else { Depth::Article }),
        };
        for _ in 0..dice.roll(4) {
            let at = dice.roll(list.len());
            let paragraphs = depth == Depth::Article && dice.roll(2) == 0;
            let (below, kind) = match depth {
                Depth::Chapter => (1, Depth::Article),
                Depth::Article if paragraphs => (2, Depth::Paragraph),
                Depth::Article | Depth::Paragraph => (1, Depth::Item),
                Depth::Item => (1, Depth::Subitem),
                Depth::Point => (1, Depth::Bullet),
                Depth::Subitem | Depth::Bullet => break,
            };
            if list.is_empty() {
                break;
            }
            list = if below == 2 { &mut list[at].paragraphs } else { &mut list[at].items };
            depth = kind;
        }
        (list, depth)
    }

    /// One random change.
    pub(crate) fn change(&mut self, dice: &mut Dice<'_>) {
        let kind = dice.roll(18);
        let fresh = self.clone_of_nothing(dice);
        let (list, depth) = self.list(dice);
        let at = dice.roll(list.len());
        match kind {
            0..=4 => {
                if let Some(provision) = list.get_mut(at) {
                    change_words(&mut provision.text, dice);
                }
            }
            5..=7 => {
                let new = fresh.into_iter().find(|(of, _)| *of == depth).map(|(_, provision)| provision);
                let place = dice.roll(list.len() + 1);
                list.extend(new);
                list[place..].rotate_right(1);
            }
            8 | 9 if list.len() > 1 => drop(list.remove(at)),
            10 | 11 if list.len() > 1 => {
                let moved = list.remove(at);
                let place = dice.roll(list.len() + 1);
                list.insert(place, moved);
            }
            12 if !matches!(depth, Depth::Chapter) && !list.is_empty() => {
                let count = list[at].text.len();
                let rest = list[at].text.split_off((count / 2).max(1).min(count));
                let new = fresh.into_iter().find(|(of, _)| *of == depth).map(|(_, provision)| provision);
                if let Some(new) = new.filter(|_| !rest.is_empty()) {
                    list.insert(at + 1, Provision { text: rest, ..new });
                }
            }
            13 if matches!(depth, Depth::Article | Depth::Point) && !list.is_empty() => {
                list[at].caption = dice.caption();
            }
            13 if depth == Depth::Chapter => list[at].caption = dice.caption().or(Some("雑則".to_owned())),
            // Another paragraph comes before the first, or the next one takes its place.
            16 if depth == Depth::Article && !list.is_empty() => {
                let new = fresh.into_iter().find(|(of, _)| *of == Depth::Paragraph).map(|(_, provision)| provision);
                if let Some(new) = new {
                    let article = &mut list[at];
                    let (text, items) = (article.text.clone(), std::mem::take(&mut article.items));
                    article.paragraphs.insert(0, Provision { text, items, ..new.clone() });
                    (article.text, article.items) = (new.text, new.items);
                }
            }
            17 if depth == Depth::Article && list.get(at).is_some_and(|article| !article.paragraphs.is_empty()) => {
                let next = list[at].paragraphs.remove(0);
                (list[at].text, list[at].items) = (next.text, next.items);
            }
            14 => change_words(&mut self.title, dice),
            15 if dice.roll(2) == 0 => self.later = true,
            15 => self.appendix = if self.appendix.is_some() { None } else { Some(points(fresh)) },
            _ => {}
        }
    }

    /// A new provision of every kind, of which a change takes the one that it needs.
    fn clone_of_nothing(&mut self, dice: &mut Dice<'_>) -> Vec<(Depth, Provision)> {
        let kinds = [
            Depth::Chapter,
            Depth::Article,
            Depth::Paragraph,
            Depth::Item,
            Depth::Subitem,
            Depth::Point,
            Depth::Bullet,
        ];
        kinds.into_iter().map(|kind| (kind, self.provision(kind, dice))).collect()
    }

    pub(crate) fn yaml(&self) -> String {
        let title = quoted(&self.title.concat());
        let mut out = format!("title: {{ja: {title}}}\nstanding: official\nlevels:\n");
        if self.chapters {
            out.push_str("  - {kind: chapter, ja: \"第{kanji}章\", en: \"Chapter {n}\"}\n");
        }
        out.push_str("  - {kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}\n");
        out.push_str("  - {kind: item, ja: \"{kanji}\", en: \"({roman})\"}\n");
        out.push_str("  - {kind: subitem, ja: \"{katakana}\", en: \"({alpha})\"}\n");
        out.push_str("paragraph: {ja: \"{wide}\", en: \"({n})\"}\n");
        let _ = writeln!(out, "body: {}", list(&self.body, ""));
        let style = "levels: [{kind: article, ja: \"第{kanji}条\", en: \"Article {n}\"}, {kind: item, ja: \"{kanji}\", en: \"({roman})\"}, {kind: subitem, ja: \"{katakana}\", en: \"({alpha})\"}], paragraph: {ja: \"{wide}\", en: \"({n})\"}, ";
        let level = if self.bare { "level: none, " } else { "" };
        let _ = writeln!(out, "supplementary:\n  - {{id: first, {style}body: {}}}", list(&self.supplementary, level));
        if self.later {
            let label = "label: {ja: 附　則（令和八年四月一日改正）, en: Later}";
            let _ = writeln!(
                out,
                "  - {{id: later, {label}, body: [{{id: day, level: none, ja: この改正は、公布の日から施行する。}}]}}"
            );
        }
        if let Some(points) = &self.appendix {
            let style = "levels: [{kind: point, ja: \"（{wide}）\", en: \"({n})\"}, {kind: bullet, ja: ・, en: \"*\"}]";
            let label = "label: {ja: 別紙, en: Appendix}, title: {ja: 心得}";
            let _ = writeln!(out, "appendices:\n  - {{id: notes, {label}, {style}, body: {}}}", list(points, ""));
        }
        out
    }
}

fn points(fresh: Vec<(Depth, Provision)>) -> Vec<Provision> {
    fresh.into_iter().filter(|(depth, _)| *depth == Depth::Point).map(|(_, provision)| provision).collect()
}

fn change_words(words: &mut Vec<String>, dice: &mut Dice<'_>) {
    if words.is_empty() {
        return;
    }
    for _ in 0..=dice.roll(3) {
        let (at, how, new) = (dice.roll(words.len()), dice.roll(4), dice.roll(WORDS.len()));
        match how {
            0 | 1 => WORDS[new].clone_into(&mut words[at]),
            2 => words.insert(at, WORDS[new].to_owned()),
            _ if words.len() > 1 => drop(words.remove(at)),
            _ => {}
        }
    }
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn list(provisions: &[Provision], level: &str) -> String {
    let one = |provision: &Provision| {
        let mut out = format!("{{id: p{}, {level}", provision.id);
        if let Some(caption) = &provision.caption {
            let _ = write!(out, "caption: {{ja: {}}}, ", quoted(caption));
        }
        if !provision.text.is_empty() {
            let _ = write!(out, "ja: {}, ", quoted(&format!("{}。", provision.text.concat())));
        }
        for (key, below) in [("items", &provision.items), ("paragraphs", &provision.paragraphs)] {
            if !below.is_empty() {
                let _ = write!(out, "{key}: {}, ", list(below, ""));
            }
        }
        out + "}"
    };
    format!("[{}]", provisions.iter().map(one).collect::<Vec<_>>().join(", "))
}
