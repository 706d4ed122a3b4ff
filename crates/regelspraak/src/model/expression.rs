//! Expressions, subjects and conditions, typed.

use serde::{Deserialize, Serialize};

use super::{
    AttributeId, CalendarPeriod, CheckId, KenmerkId, NumberType, ObjectTypeId, ParameterId, RoleId,
    Span, TimeUnit, Type, Value,
};
use crate::number::{Number, RoundingMode};

/// A place for an instance in a rule version: what `hij`, `de Persoon` or `die` refer to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct BindingId(pub u16);

/// A variable of `Daarbij geldt:`, by its position.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct VariableId(pub u16);

/// An expression with its type.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Expr {
    /// What it computes.
    pub kind: ExprKind,
    /// The type of its value, or of each of its values when it is `many`.
    pub datatype: Type,
    /// Whether it yields several values; only an aggregation or a quantified condition takes it.
    pub many: bool,
    /// Where it is written.
    pub span: Span,
}

/// The kinds of expression (chapters 5 and 6).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ExprKind {
    /// A value as written, already in the unit of the expression's type.
    Literal(Value),
    /// A parameter.
    Parameter(ParameterId),
    /// A variable of the rule version.
    Variable(VariableId),
    /// `Rekendatum`.
    CalculationDate,
    /// `Rekenjaar`.
    CalculationYear,
    /// An attribuut of a subject.
    Attribute {
        /// Whose.
        of: Box<Subject>,
        /// Which.
        attribute: AttributeId,
    },
    /// `plus`, `min`, `maal` and so on. For plus and min both sides are in the same unit.
    Arithmetic {
        /// Which.
        operator: Arithmetic,
        /// Left operand.
        left: Box<Expr>,
        /// Right operand.
        right: Box<Expr>,
    },
    /// `P van X` (section 6.8): the percentage times the value, divided by 100.
    PercentageOf {
        /// The percentage, in `%`.
        percentage: Box<Expr>,
        /// What it is taken of.
        of: Box<Expr>,
    },
    /// `de wortel van X … afgerond op n decimalen`.
    Root {
        /// Of what.
        of: Box<Expr>,
        /// The rounding the specification requires.
        rounding: Rounding,
    },
    /// `X tot de macht Y … afgerond op n decimalen`.
    Power {
        /// What is raised.
        base: Box<Expr>,
        /// To which power.
        exponent: Box<Expr>,
        /// The rounding the specification requires.
        rounding: Rounding,
    },
    /// `… afgerond op n decimalen` (section 6.1.3).
    Round {
        /// What is rounded.
        of: Box<Expr>,
        /// How.
        rounding: Rounding,
    },
    /// `, met een minimum van … en een maximum van …` (section 6.1.4), in the unit of `of`.
    Bounded {
        /// What is bounded.
        of: Box<Expr>,
        /// The lowest value.
        minimum: Option<Box<Expr>>,
        /// The highest value.
        maximum: Option<Box<Expr>>,
    },
    /// `de absolute waarde van (X)`.
    Absolute(Box<Expr>),
    /// The same amount in another unit.
    Convert {
        /// In the old unit.
        of: Box<Expr>,
        /// By what to multiply.
        factor: Number,
    },
    /// `de tijdsduur van A tot B in hele jaren` (section 6.10); rounded down in size.
    Duration {
        /// From.
        from: Box<Expr>,
        /// To.
        to: Box<Expr>,
        /// In which unit.
        unit: TimeUnit,
        /// `de absolute tijdsduur van`.
        absolute: bool,
    },
    /// A date plus or min an amount of time (section 6.11).
    Shift {
        /// The date.
        date: Box<Expr>,
        /// How much.
        amount: Box<Expr>,
        /// Of what.
        unit: TimeUnit,
        /// `min` rather than `plus`.
        backwards: bool,
    },
    /// `het jaar uit X` and its kin (section 6.12).
    DatePart {
        /// Which part.
        part: DatePart,
        /// Of which date.
        of: Box<Expr>,
    },
    /// `de datum met jaar: …, maand: … en dag: …`.
    DateFrom {
        /// Year.
        year: Box<Expr>,
        /// Month, 1 to 12.
        month: Box<Expr>,
        /// Day of the month.
        day: Box<Expr>,
    },
    /// `de eerste paasdag van (jaar)` (section 6.13).
    EasterSunday(Box<Expr>),
    /// `het aantal …` (section 5.8.1).
    Count(Box<Subject>),
    /// `de som van`, `de maximale waarde van` and so on (section 5.8), over the values of all
    /// operands together.
    Aggregate {
        /// Which.
        function: Aggregation,
        /// Over what; each operand may be many.
        over: Vec<Expr>,
        /// `of 0 als die er niet zijn`.
        or_zero: bool,
    },
    /// A text with values in it (section 5.4).
    TextSeries(Vec<TextPart>),
    /// `het totaal van X` (section 7.1): an amount per unit of time, added up over the time in
    /// which the condition holds. It does not depend on time itself.
    TimeTotal {
        /// The amount per unit of time.
        of: Box<Expr>,
        /// That unit of time: a day, a week, a month, a quarter or a year.
        unit: TimeUnit,
        /// When it counts; always, when absent.
        during: Option<Box<Condition>>,
    },
    /// `het aantal dagen in de maand dat …` (section 7.2): of every month or year the days on
    /// which a condition holds.
    DaysThat {
        /// Counted by what.
        period: CalendarPeriod,
        /// The condition.
        condition: Box<Condition>,
    },
    /// `het tijdsevenredig deel per maand van X …` (section 7.3.2): of every month or year the part
    /// of the value that falls to the days on which a condition holds.
    TimeShare {
        /// By what.
        period: CalendarPeriod,
        /// The value of a whole period.
        of: Box<Expr>,
        /// When it counts.
        during: Box<Condition>,
    },
}

/// A part of a text with values in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum TextPart {
    /// Text as written.
    Literal(String),
    /// The value between « and ».
    Value(Expr),
}

/// Arithmetic on two numbers (sections 6.2 to 6.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arithmetic {
    /// `plus`: leeg counts as 0.
    Plus,
    /// `min`: leeg counts as 0.
    Minus,
    /// `verminderd met`: leeg when the left side is leeg.
    ReducedBy,
    /// `maal`: leeg counts as 0.
    Times,
    /// `gedeeld door`: leeg counts as 0, and leeg by leeg is 0.
    DividedBy,
    /// `gedeeld door (ABS)`: as `gedeeld door`, to five decimals towards zero.
    DividedByAbs,
}

/// How to round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rounding {
    /// Which way.
    pub mode: RoundingMode,
    /// To how many decimals.
    pub decimals: u32,
}

/// A part of a date or a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum DatePart {
    /// `het jaar uit`
    Year,
    /// `de maand uit`
    Month,
    /// `de dag uit`
    Day,
    /// `het uur uit`
    Hour,
    /// `de minuut uit`
    Minute,
    /// `de seconde uit`
    Second,
    /// `de milliseconde uit`
    Millisecond,
}

/// The aggregations over several values (sections 5.8.2 to 5.8.4). None counts leeg; all are
/// leeg when every value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aggregation {
    /// `de som van`
    Sum,
    /// `de minimale waarde van`
    Minimum,
    /// `de maximale waarde van`
    Maximum,
    /// `de eerste van`
    First,
    /// `de laatste van`
    Last,
}

/// One or several instances.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Subject {
    /// Which.
    pub kind: SubjectKind,
    /// Their objecttype.
    pub objecttype: ObjectTypeId,
    /// Whether there can be several.
    pub many: bool,
    /// Where it is written.
    pub span: Span,
}

/// The kinds of subject (sections 5.5 to 5.7).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum SubjectKind {
    /// The instance in a binding.
    Binding(BindingId),
    /// Those who play `role` for a subject.
    Role {
        /// For whom.
        of: Box<Subject>,
        /// The role they play.
        role: RoleId,
    },
    /// Every instance of the objecttype.
    All,
    /// Those of a subject that meet a condition (section 5.6).
    Where {
        /// Of whom.
        of: Box<Subject>,
        /// Where each of them stands while the condition is judged.
        element: BindingId,
        /// The condition.
        condition: Box<Condition>,
    },
    /// Several subjects together (section 5.7).
    Union(Vec<Subject>),
}

/// A condition: waar or onwaar (chapter 8).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    /// What it checks.
    pub kind: ConditionKind,
    /// Where it is written.
    pub span: Span,
}

/// The kinds of condition.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ConditionKind {
    /// A comparison of two values, in the same unit. With several values on the right, `is
    /// gelijk aan` holds when one of them is equal and `is ongelijk aan` when none is.
    Compare {
        /// Which.
        comparison: Comparison,
        /// Left operand.
        left: Expr,
        /// Right operand; more than one only for (un)equality.
        right: Vec<Expr>,
    },
    /// `is leeg`, or `is gevuld` when negated.
    Empty {
        /// What is checked.
        of: Expr,
        /// `is gevuld`.
        negated: bool,
    },
    /// `voldoet aan de elfproef` (section 8.1.3).
    ElevenTest {
        /// What is checked.
        of: Expr,
        /// `voldoet niet aan`.
        negated: bool,
    },
    /// `is numeriek met exact n cijfers` (section 8.1.4).
    Digits {
        /// What is checked.
        of: Expr,
        /// How many digits.
        digits: u32,
        /// `is niet numeriek`.
        negated: bool,
    },
    /// The instance has a kenmerk (section 8.1.8).
    HasKenmerk {
        /// Who.
        subject: Subject,
        /// Which.
        kenmerk: KenmerkId,
        /// `is niet`, `heeft geen`, `is geen`.
        negated: bool,
    },
    /// The instance plays a role for somebody (section 8.1.7): `hij is een passagier`.
    PlaysRole {
        /// Who.
        subject: Subject,
        /// Which.
        role: RoleId,
        /// `is geen`.
        negated: bool,
    },
    /// Somebody plays a role for the instance: `de Vlucht heeft een passagier`.
    HasRole {
        /// For whom.
        subject: Subject,
        /// Which.
        role: RoleId,
        /// `heeft geen`.
        negated: bool,
    },
    /// `regelversie X is inconsistent` (section 8.1.9): the consistentieregel has found the instance
    /// inconsistent.
    Inconsistent {
        /// Who.
        subject: Subject,
        /// By which version of which rule.
        check: CheckId,
    },
    /// `van X tot Y`, `vanaf X`, `tot en met Y` (section 8.4.3): holds on the days of that period. A
    /// bound that is leeg holds on no day.
    Within {
        /// The first day; no first day when absent.
        from: Option<Expr>,
        /// The first day after it, or the last day when it is `inclusive`; no end when absent.
        until: Option<Expr>,
        /// `tot en met`.
        inclusive: bool,
    },
    /// `gedurende het gehele jaar …` (section 8.2): the condition holds on every day of the month or
    /// year.
    Throughout {
        /// Of which period.
        period: CalendarPeriod,
        /// What must hold.
        condition: Box<Condition>,
        /// `niet gedurende …`: on some day it does not.
        negated: bool,
    },
    /// A list of conditions of which so many must hold (section 10.2).
    Compound {
        /// How many.
        quantifier: Quantifier,
        /// The conditions, judged in order.
        parts: Vec<Condition>,
    },
    /// A condition on each of several instances of which so many must meet it (chapter 10).
    Each {
        /// How many.
        quantifier: Quantifier,
        /// Of whom.
        over: Subject,
        /// Where each of them stands while the condition is judged.
        element: BindingId,
        /// The condition.
        condition: Box<Condition>,
    },
}

/// The comparisons of section 8.1.1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Comparison {
    /// `gelijk aan`
    Equal,
    /// `ongelijk aan`
    NotEqual,
    /// `kleiner dan`, `eerder dan`
    Less,
    /// `kleiner of gelijk aan`, `eerder of gelijk aan`
    LessOrEqual,
    /// `groter dan`, `later dan`
    Greater,
    /// `groter of gelijk aan`, `later of gelijk aan`
    GreaterOrEqual,
}

/// How many must hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Quantifier {
    /// `alle`
    All,
    /// `geen van de`
    None,
    /// `ten minste n van de`
    AtLeast(u32),
    /// `ten hoogste n van de`
    AtMost(u32),
    /// `precies n van de`
    Exactly(u32),
}

impl Quantifier {
    /// Whether `met` out of `total` is enough.
    pub fn holds(self, met: usize, total: usize) -> bool {
        match self {
            Quantifier::All => met == total,
            Quantifier::None => met == 0,
            Quantifier::AtLeast(least) => met >= least as usize,
            Quantifier::AtMost(most) => met <= most as usize,
            Quantifier::Exactly(count) => met == count as usize,
        }
    }
}

impl Expr {
    /// The operands of an expression that computes one value from others, in the order of the text;
    /// nothing for the kinds that read something themselves: those with a name, a subject or a
    /// condition in them.
    pub fn operands(&self) -> Vec<&Expr> {
        match &self.kind {
            ExprKind::Arithmetic { left, right, .. } => vec![left, right],
            ExprKind::PercentageOf { percentage, of } => vec![percentage, of],
            ExprKind::Power { base, exponent, .. } => vec![base, exponent],
            ExprKind::Root { of, .. }
            | ExprKind::Round { of, .. }
            | ExprKind::Convert { of, .. }
            | ExprKind::DatePart { of, .. }
            | ExprKind::Absolute(of)
            | ExprKind::EasterSunday(of) => vec![of],
            ExprKind::Bounded { of, minimum, maximum } => {
                let bounds = [minimum, maximum].into_iter().flatten();
                std::iter::once(&**of).chain(bounds.map(|bound| &**bound)).collect()
            }
            ExprKind::Duration { from, to, .. } => vec![from, to],
            ExprKind::Shift { date, amount, .. } => vec![date, amount],
            ExprKind::DateFrom { year, month, day } => vec![year, month, day],
            ExprKind::TextSeries(parts) => {
                let values = parts.iter().filter_map(|part| match part {
                    TextPart::Value(value) => Some(value),
                    TextPart::Literal(_) => None,
                });
                values.collect()
            }
            ExprKind::Literal(_)
            | ExprKind::Parameter(_)
            | ExprKind::Variable(_)
            | ExprKind::CalculationDate
            | ExprKind::CalculationYear
            | ExprKind::Attribute { .. }
            | ExprKind::Count(_)
            | ExprKind::Aggregate { .. }
            | ExprKind::TimeTotal { .. }
            | ExprKind::DaysThat { .. }
            | ExprKind::TimeShare { .. } => Vec::new(),
        }
    }

    /// The numeric type, if the expression is a number.
    pub fn number(&self) -> Option<&NumberType> {
        match &self.datatype {
            Type::Number(number) => Some(number),
            _ => None,
        }
    }
}
