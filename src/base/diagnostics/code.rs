//! The codes of findings, each with what is always the same of it. A rule's code stands in the file of the rule.

use std::fmt;

use super::Severity;

/// The stable name of a kind of finding, such as `J0101`: also the id of its message, and of its hint with `-hint`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code(&'static Definition);

/// The properties that all findings of a code share.
#[derive(PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Definition {
    pub(crate) name: &'static str,
    pub(crate) severity: Severity,
    pub(crate) cause: Cause,
    pub(crate) args: &'static [&'static str],
}

/// The side that a finding of severity error puts at fault, from which the exit status follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The content or the data to fill in: exit status 1.
    Content,
    /// The command as it was given, or the machine: exit status 2.
    Environment,
}

impl Code {
    /// The code that `codes!` defines so.
    pub(crate) const fn new(definition: &'static Definition) -> Self {
        Self(definition)
    }

    /// The name: `J0101`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.0.name
    }

    /// The weight of its findings where `junsoku.yaml` does not say otherwise.
    #[must_use]
    pub fn severity(self) -> Severity {
        self.0.severity
    }

    /// The side that is at fault.
    #[must_use]
    pub fn cause(self) -> Cause {
        self.0.cause
    }

    /// The names of the arguments that its message and hint use.
    #[must_use]
    pub fn args(self) -> &'static [&'static str] {
        self.0.args
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.0.name)
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name)
    }
}

/// Declares codes as constants of [`Code`]: name, severity, cause, arguments of message and hint. Files of rules declare
/// those of their rules; one that is declared twice does not compile.
macro_rules! codes {
    ($($name:ident: $severity:ident, $cause:ident, [$($arg:ident),*];)*) => {
        impl $crate::base::diagnostics::Code {
            $(
                #[doc = concat!("`", stringify!($name), "`: see its message in `locales/`.")]
                pub const $name: Self = Self::new(&$crate::base::diagnostics::Definition {
                    name: stringify!($name),
                    severity: $crate::base::diagnostics::Severity::$severity,
                    cause: $crate::base::diagnostics::Cause::$cause,
                    args: &[$(stringify!($arg)),*],
                });
            )*
        }
    };
}

pub(crate) use codes;

/// Declares the codes that are no rule's, and lists them.
macro_rules! listed {
    ($($name:ident: $severity:ident, $cause:ident, [$($arg:ident),*];)*) => {
        codes! { $($name: $severity, $cause, [$($arg),*];)* }

        impl Code {
            /// Every code that is no rule's, in the order of names; [`rules`](crate::rules::check::rules) has the others.
            pub const BESIDE_RULES: &'static [Self] = &[$(Self::$name),*];
        }
    };
}

listed! {
    // The command line.
    J0001: Error, Environment, [reason];
    J0002: Error, Environment, [region, known];
    J0003: Error, Environment, [path];
    J0004: Error, Environment, [];
    J0005: Error, Environment, [target];
    J0006: Error, Environment, [name];
    J0007: Error, Environment, [name, known];
    J0008: Error, Environment, [name];
    J0009: Error, Environment, [id];
    J0010: Error, Environment, [path];
    J0011: Error, Environment, [];
    J0012: Error, Environment, [reason];
    J0013: Error, Environment, [path, found];
    J0040: Error, Environment, [name, known];
    J0041: Error, Environment, [document, edition, known];
    J0042: Error, Environment, [];
    J0043: Error, Environment, [name];
    J0044: Error, Environment, [reason];
    J0045: Error, Environment, [path, reason];
    J0046: Error, Environment, [revision];
    J0047: Error, Environment, [revision, path];
    J0048: Error, Environment, [revision, reason];
    J0049: Warning, Environment, [];
    J0050: Error, Environment, [];
    J0052: Error, Environment, [path];
    J0053: Warning, Environment, [old, new];
    J0054: Error, Content, [revision];
    J0055: Error, Environment, [document, date];
    J0060: Error, Environment, [value];
    J0061: Warning, Environment, [day, first];
    J0062: Error, Environment, [document];
    J0063: Error, Environment, [from, present];
    J0064: Error, Environment, [path];
    J0065: Error, Environment, [path, reason];
    J0070: Error, Environment, [number, most];
    J0071: Error, Environment, [target, path];
    J0072: Error, Environment, [target, requirement];
    J0074: Error, Environment, [];
    J0080: Error, Environment, [first, last];
    J0081: Error, Environment, [reason];
    J0082: Error, Environment, [path];
    // Files and YAML.
    J0101: Error, Content, [];
    J0102: Error, Content, [];
    J0103: Error, Content, [limit];
    J0104: Error, Content, [];
    J0105: Error, Content, [kind, reason];
    J0106: Error, Content, [];
    J0107: Error, Content, [];
    J0108: Error, Content, [id];
    J0109: Error, Content, [file];
    J0110: Error, Content, [];
    J0111: Error, Content, [];
    J0112: Error, Content, [];
    J0113: Error, Content, [folder];
    J0116: Error, Content, [kind, name];
    J0117: Error, Content, [kind];
    J0118: Error, Content, [kind];
    J0120: Error, Content, [];
    J0121: Error, Content, [];
    J0122: Error, Content, [];
    J0123: Error, Content, [];
    J0124: Error, Content, [];
    J0125: Error, Content, [];
    J0126: Error, Content, [];
    J0127: Error, Content, [];
    J0128: Error, Content, [];
    J0129: Error, Content, [];
    J0130: Error, Content, [];
    J0131: Error, Content, [];
    J0132: Error, Content, [];
    J0133: Error, Content, [];
    J0134: Error, Content, [];
    J0135: Error, Content, [];
    J0136: Error, Content, [name];
    J0137: Error, Content, [];
    J0138: Error, Content, [];
    J0139: Error, Content, [];
    // Shape of content.
    J0201: Error, Content, [name];
    J0202: Error, Content, [key];
    J0203: Error, Content, [expected, found, value];
    J0204: Error, Content, [date];
    J0205: Error, Content, [name];
    J0206: Error, Content, [name];
    J0207: Error, Content, [style];
    J0208: Error, Content, [code];
    J0209: Error, Content, [name];
    J0210: Error, Content, [number];
    // What the settings say of the site.
    J0220: Error, Content, [kind];
    J0221: Error, Content, [address];
    J0222: Error, Content, [kind, name];
    J0223: Warning, Content, [name, found];
    J0224: Error, Content, [colour];
    J0225: Error, Content, [colour, ratio, ground, scheme];
    J0226: Error, Content, [part];
    J0227: Error, Content, [value, least, most];
    J0228: Error, Content, [kind, path];
    // Resolving.
    J0301: Error, Content, [id];
    J0302: Error, Content, [reference];
    J0303: Error, Content, [form];
    J0304: Error, Content, [way];
    J0305: Error, Content, [name];
    J0306: Error, Content, [construct];
    J0307: Error, Content, [name];
    J0308: Error, Content, [];
    J0309: Error, Content, [];
    J0310: Error, Content, [number];
    J0311: Error, Content, [];
    J0312: Error, Content, [];
    J0313: Error, Content, [];
    J0314: Error, Content, [];
    J0315: Error, Content, [];
    J0316: Error, Content, [];
    J0317: Error, Content, [lang, id];
    J0318: Error, Content, [type, fault, key];
    J0319: Error, Content, [number];
    J0320: Error, Content, [count];
    J0321: Error, Content, [name];
    J0322: Error, Content, [id, group];
    J0323: Error, Content, [reference];
    J0324: Error, Content, [type];
    J0325: Error, Content, [name];
    J0326: Error, Content, [type];
    J0327: Error, Content, [name];
    J0328: Error, Content, [name];
    J0329: Error, Content, [];
    J0330: Error, Content, [name];
    J0331: Error, Content, [actor, known];
    J0332: Error, Content, [];
    J0333: Error, Content, [type];
    J0334: Error, Content, [unit, expected];
    J0335: Error, Content, [];
    J0336: Error, Content, [name];
    J0337: Error, Content, [order, present, date];
    J0338: Error, Content, [name];
    J0339: Error, Content, [];
    J0340: Error, Content, [reference];
    J0341: Error, Content, [name];
    J0343: Error, Content, [name];
    J0345: Error, Content, [];
    J0347: Error, Content, [name];
    J0348: Error, Content, [id];
    J0349: Error, Content, [];
    J0360: Error, Content, [row, columns];
    J0361: Error, Content, [];
    J0362: Error, Content, [count, most];
    J0370: Error, Content, [kind, id, circle];
    J0371: Error, Content, [version, from, before, earlier];
    // Output.
    J0501: Error, Environment, [path];
    J0502: Error, Environment, [path, reason];
    J0503: Error, Content, [said];
    J0504: Warning, Content, [said];
    J0505: Error, Environment, [kind, path, reason];
    J0506: Error, Environment, [reason];
    J0507: Error, Content, [letters];
    J0508: Error, Environment, [path];
    J0509: Error, Environment, [kind, other, path];
    J0510: Error, Environment, [path];
    J0511: Error, Environment, [path];
    J0512: Error, Environment, [path];
    J0513: Error, Environment, [path];
    J0514: Error, Content, [kind, limit];
    J0515: Error, Environment, [kind];
    J0516: Error, Environment, [path, files, more];
    J0517: Error, Content, [name];
    J0518: Error, Content, [path];
    J0519: Error, Content, [kind, path];
    J0520: Error, Environment, [path, reason];
    J0521: Error, Environment, [path, other];
    J0522: Error, Environment, [number, path, other];
    J0523: Error, Environment, [shares];
    J0524: Error, Environment, [path, reason];
    // Set-up.
    J0601: Error, Environment, [];
    J0602: Error, Environment, [version];
    J0603: Error, Environment, [version, reason];
    J0604: Error, Environment, [reason];
    J0605: Error, Environment, [file, package, expected, found];
    J0606: Error, Environment, [path, reason];
    J0607: Warning, Environment, [families, reason];
    J0608: Error, Environment, [path, reason];
    J0609: Error, Environment, [paths];
    J0610: Error, Environment, [kind, path, reason];
    J0611: Error, Environment, [families];
    // Themes.
    J0620: Error, Content, [name];
    J0621: Error, Content, [reason];
    J0622: Error, Content, [kind, name];
    J0623: Error, Content, [name];
    J0624: Error, Content, [id, name, known];
    J0625: Error, Content, [reason];
    J0626: Error, Environment, [path];
    J0627: Error, Environment, [name];
    // Filling forms.
    J0701: Error, Content, [path, kind, reason];
    J0702: Error, Content, [];
    J0703: Error, Content, [name];
    J0704: Error, Content, [record, path, row, heading, expected];
    J0705: Error, Content, [record, path, row, heading, field];
    J0706: Error, Content, [record, path, row, heading, field, value, reason, known];
    J0707: Error, Content, [record, path, row, heading, fault, count, bound];
    J0708: Error, Content, [record, path, row, heading, named, form];
    J0709: Error, Content, [path, columns];
    J0710: Error, Content, [name, known];
    J0711: Error, Content, [count, most];
    J0712: Error, Content, [];
    J0713: Error, Content, [reason];
    J0714: Error, Content, [row, columns];
    J0716: Error, Content, [path];
    J0717: Error, Content, [record, path, row, heading, field];
    J0718: Error, Content, [path];
    J0719: Error, Content, [];
    J0720: Error, Content, [record, row, letters];
    // Lists.
    J0721: Warning, Content, [columns];
    J0722: Warning, Content, [pairs];
    J0723: Error, Content, [known];
    J0724: Error, Content, [heading, known];
    J0725: Error, Content, [kind, sheets];
    J0726: Error, Content, [kind, reason];
    J0727: Error, Content, [field, path];
    J0728: Warning, Content, [kind, names];
    J0729: Error, Content, [row, heading, kind, value];
    J0730: Error, Content, [row];
    J0731: Warning, Content, [heading, first, other];
    J0732: Error, Content, [heading, known];
    J0733: Warning, Content, [rows];
    J0734: Error, Environment, [value];
    J0735: Warning, Content, [path, reason];
    J0736: Error, Content, [];
    J0737: Error, Content, [record, path, row, heading, fields];
    J0738: Warning, Content, [rows];
    J0739: Warning, Content, [columns, rows];
    J0740: Error, Content, [row, heading, value, kind];
    J0741: Warning, Content, [columns, rows];
    J0742: Warning, Content, [pairs];
    J0743: Warning, Content, [pairs];
    J0744: Warning, Content, [columns];
    // Import.
    J0801: Error, Environment, [path, kind, reason];
    J0802: Error, Environment, [path, kind];
    J0803: Error, Environment, [path, limit];
    J0804: Error, Environment, [path];
    J0805: Error, Environment, [path, encoding, line, column, byte];
    J0806: Error, Environment, [reason];
    J0807: Error, Environment, [path];
    J0809: Error, Environment, [id];
    J0818: Error, Environment, [path, size, limit];
    J0819: Error, Environment, [path, size, limit];
    J0821: Error, Environment, [path];
    J0822: Error, Environment, [title, was, kind, document];
    J0840: Error, Environment, [path, reason];
    J0841: Error, Environment, [path];
    J0842: Error, Environment, [path];
    J0843: Error, Environment, [path, kind];
    J0844: Error, Environment, [path, what];
    J0845: Error, Environment, [path, part, reason];
    J0846: Error, Environment, [path, part];
    J0847: Error, Environment, [path];
    J0850: Error, Environment, [path];
    J0851: Error, Environment, [path];
    J0852: Error, Environment, [path];
    J0853: Error, Environment, [path, pages, most];
    J0854: Error, Environment, [path];
    J0860: Error, Environment, [path];
    J0901: Error, Environment, [path];
    J0902: Error, Environment, [title, known];
    J0903: Error, Environment, [line, sentence, named];
    J0904: Error, Environment, [line, sentence, named];
    J0905: Error, Environment, [line, sentence, named];
    J0906: Error, Environment, [line, sentence, named];
    J0907: Error, Environment, [line, sentence, named];
    J0908: Error, Environment, [line, sentence, named];
    J0909: Error, Environment, [line, sentence];
    J0910: Error, Environment, [line, sentence];
    J0911: Warning, Environment, [line, named, count];
    J0912: Error, Environment, [reason];
    J0913: Warning, Environment, [title, document];
    J0914: Warning, Environment, [provision];
    J0915: Error, Environment, [line, sentence];
    J0916: Warning, Environment, [line, typed, stands];
    J0917: Warning, Environment, [provision];
    J0918: Error, Environment, [line, sentence, named];
    J0919: Error, Environment, [count];
    J0920: Error, Environment, [kind, words];
    J0921: Warning, Environment, [];
    J0922: Error, Environment, [from, present];
    J0923: Warning, Environment, [words];
    J0924: Warning, Environment, [from, said];
}
