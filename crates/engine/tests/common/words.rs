//! Expressions, subjects and conditions.

use regelspraak::model::*;
use regelspraak::number::RoundingMode;

use super::build::{Build, HIJ, SPAN, number};
use super::v;

pub fn expr(datatype: Type, kind: ExprKind) -> Expr {
    Expr { kind, datatype, many: false, span: SPAN }
}

pub fn literal(datatype: Type, text: &str) -> Expr {
    expr(datatype, ExprKind::Literal(v(text)))
}

/// A number as written.
pub fn num(text: &str) -> Expr {
    literal(number(), text)
}

pub fn arithmetic(operator: Arithmetic, left: Expr, right: Expr) -> Expr {
    let (left, right) = (Box::new(left), Box::new(right));
    expr(number(), ExprKind::Arithmetic { operator, left, right })
}

pub fn plus(left: Expr, right: Expr) -> Expr {
    arithmetic(Arithmetic::Plus, left, right)
}

pub fn times(left: Expr, right: Expr) -> Expr {
    arithmetic(Arithmetic::Times, left, right)
}

pub fn divided(left: Expr, right: Expr) -> Expr {
    arithmetic(Arithmetic::DividedBy, left, right)
}

pub fn rounded(of: Expr, decimals: u32) -> Expr {
    let rounding = Rounding { mode: RoundingMode::HalfAwayFromZero, decimals };
    expr(number(), ExprKind::Round { of: Box::new(of), rounding })
}

pub fn aggregate(function: Aggregation, over: Vec<Expr>, or_zero: bool) -> Expr {
    let datatype = over[0].datatype.clone();
    expr(datatype, ExprKind::Aggregate { function, over, or_zero })
}

pub fn count(subject: Subject) -> Expr {
    expr(number(), ExprKind::Count(Box::new(subject)))
}

pub fn compare(left: Expr, comparison: Comparison, right: Expr) -> Condition {
    condition(ConditionKind::Compare { comparison, left, right: vec![right] })
}

pub fn condition(kind: ConditionKind) -> Condition {
    Condition { kind, span: SPAN }
}

pub fn compound(quantifier: Quantifier, parts: Vec<Condition>) -> Condition {
    condition(ConditionKind::Compound { quantifier, parts })
}

pub fn is(subject: Subject, kenmerk: KenmerkId) -> Condition {
    condition(ConditionKind::HasKenmerk { subject, kenmerk, negated: false })
}

/// A condition that always holds, or never.
pub fn constant(holds: bool) -> Condition {
    compare(num("1"), Comparison::Equal, num(if holds { "1" } else { "2" }))
}

/// Words that need to look up declarations.
pub trait Says {
    fn model(&self) -> &Model;

    fn hij(&self, objecttype: ObjectTypeId) -> Subject {
        self.binding(HIJ, objecttype)
    }

    fn binding(&self, binding: BindingId, objecttype: ObjectTypeId) -> Subject {
        Subject { kind: SubjectKind::Binding(binding), objecttype, many: false, span: SPAN }
    }

    /// Those who play the role for a subject.
    fn role(&self, role: RoleId, of: Subject) -> Subject {
        let declared = &self.model()[role];
        let many = of.many || declared.many;
        let objecttype = declared.objecttype;
        Subject { kind: SubjectKind::Role { of: Box::new(of), role }, objecttype, many, span: SPAN }
    }

    /// Those of a subject who meet a condition on the element binding.
    fn filter(&self, of: Subject, element: BindingId, condition: Condition) -> Subject {
        let objecttype = of.objecttype;
        let (of, condition) = (Box::new(of), Box::new(condition));
        let kind = SubjectKind::Where { of, element, condition };
        Subject { kind, objecttype, many: true, span: SPAN }
    }

    /// The attribuut of a subject.
    fn of(&self, attribute: AttributeId, of: Subject) -> Expr {
        let datatype = self.model()[attribute].datatype.clone();
        let many = of.many;
        let kind = ExprKind::Attribute { of: Box::new(of), attribute };
        Expr { kind, datatype, many, span: SPAN }
    }

    /// The attribuut of the universal subject.
    fn zijn(&self, attribute: AttributeId) -> Expr {
        self.of(attribute, self.hij(self.model()[attribute].objecttype))
    }

    fn the(&self, parameter: ParameterId) -> Expr {
        expr(self.model()[parameter].datatype.clone(), ExprKind::Parameter(parameter))
    }
}

impl Says for Build {
    fn model(&self) -> &Model {
        &self.model
    }
}
