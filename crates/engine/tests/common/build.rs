//! The declarations and rules of a model.

use regelspraak::model::*;
use regelspraak::number::Number;

use super::words::Says;

/// A place nobody looks at.
pub const SPAN: Span = Span { file: FileId(0), start: 0, end: 0 };

/// The universal subject.
pub const HIJ: BindingId = BindingId(0);

/// A model under construction.
pub struct Build {
    pub model: Model,
}

pub fn name(text: &str) -> Name {
    Name { article: None, singular: text.into(), plural: None }
}

/// A number of any kind, in no unit.
pub fn number() -> Type {
    Type::Number(NumberType { sign: Sign::Any, decimals: None, unit: Unit::NONE })
}

/// A number with at most this many decimals.
pub fn decimals(count: u32) -> Type {
    Type::Number(NumberType { sign: Sign::Any, decimals: Some(count), unit: Unit::NONE })
}

/// A number in a unit.
pub fn in_unit(unit: u16) -> Type {
    Type::Number(NumberType { sign: Sign::Any, decimals: None, unit: Unit::base(BaseUnitId(unit)) })
}

pub const DATE: Type = Type::Date(Precision::Day);
pub const MOMENT: Type = Type::Date(Precision::Millisecond);

/// The basiseenheden of every test model.
pub const EURO: u16 = 1;
pub const YEAR: u16 = 2;
pub const MONTH: u16 = 3;

impl Build {
    pub fn new() -> Build {
        let unit = |id: u16, singular: &str, symbol: &str, root, factor: &str, time| BaseUnit {
            name: Name { article: None, singular: singular.into(), plural: None },
            symbols: vec![symbol.into()],
            root: BaseUnitId(if root == 0 { id } else { root }),
            factor: Number::parse(factor).unwrap(),
            time,
        };
        let base = vec![
            unit(0, "procent", "%", 0, "1", None),
            unit(EURO, "euro", "€", 0, "1", None),
            unit(YEAR, "jaar", "jr", MONTH, "12", Some(TimeUnit::Year)),
            unit(MONTH, "maand", "mnd", 0, "1", Some(TimeUnit::Month)),
        ];
        Build { model: Model { units: Units { base }, ..Model::default() } }
    }

    pub fn objecttype(&mut self, text: &str) -> ObjectTypeId {
        self.model.objecttypes.push(ObjectType {
            name: name(text),
            animate: true,
            attributes: Vec::new(),
            kenmerken: Vec::new(),
            span: SPAN,
        });
        ObjectTypeId(self.model.objecttypes.len() as u32 - 1)
    }

    pub fn attribute(&mut self, of: ObjectTypeId, text: &str, datatype: Type) -> AttributeId {
        let id = AttributeId(self.model.attributes.len() as u32);
        self.model.attributes.push(Attribute {
            name: name(text),
            objecttype: of,
            datatype,
            timeline: None,
            span: SPAN,
        });
        self.model.objecttypes[of.index()].attributes.push(id);
        id
    }

    pub fn kenmerk(&mut self, of: ObjectTypeId, text: &str) -> KenmerkId {
        let id = KenmerkId(self.model.kenmerken.len() as u32);
        self.model.kenmerken.push(Kenmerk {
            name: name(text),
            objecttype: of,
            form: KenmerkForm::Adjective,
            timeline: None,
            span: SPAN,
        });
        self.model.objecttypes[of.index()].kenmerken.push(id);
        id
    }

    pub fn domain(&mut self, text: &str, values: &[&str]) -> Type {
        let values = values.iter().map(|value| value.to_string()).collect();
        self.model.domains.push(Domain { name: text.into(), values, span: SPAN });
        Type::Enumeration(DomainId(self.model.domains.len() as u32 - 1))
    }

    pub fn parameter(&mut self, text: &str, datatype: Type) -> ParameterId {
        self.model.parameters.push(Parameter {
            name: name(text),
            datatype,
            timeline: None,
            span: SPAN,
        });
        ParameterId(self.model.parameters.len() as u32 - 1)
    }

    /// A feittype between two roles: name, objecttype, and whether several may play it.
    pub fn facttype(
        &mut self,
        text: &str,
        one: (&str, ObjectTypeId, bool),
        other: (&str, ObjectTypeId, bool),
    ) -> (FactTypeId, RoleId, RoleId) {
        let facttype = FactTypeId(self.model.facttypes.len() as u32);
        let [one, other] = [one, other].map(|(text, objecttype, many)| {
            self.model.roles.push(Role { name: name(text), objecttype, facttype, many });
            RoleId(self.model.roles.len() as u32 - 1)
        });
        self.model.facttypes.push(FactType { name: text.into(), roles: [one, other], span: SPAN });
        (facttype, one, other)
    }

    /// A wederkerig feittype.
    pub fn reciprocal(&mut self, text: &str, of: ObjectTypeId, many: bool) -> (FactTypeId, RoleId) {
        let facttype = FactTypeId(self.model.facttypes.len() as u32);
        let role = RoleId(self.model.roles.len() as u32);
        self.model.roles.push(Role { name: name(text), objecttype: of, facttype, many });
        self.model.facttypes.push(FactType { name: text.into(), roles: [role, role], span: SPAN });
        (facttype, role)
    }

    /// A rule that always holds, about every instance of the objecttype.
    pub fn rule(&mut self, text: &str, of: ObjectTypeId, cases: Vec<Case>) -> RuleId {
        self.rule_over(text, vec![every(of)], Vec::new(), cases)
    }

    /// A rule with its bindings and variables.
    pub fn rule_over(
        &mut self,
        text: &str,
        bindings: Vec<Binding>,
        variables: Vec<(&str, Expr)>,
        cases: Vec<Case>,
    ) -> RuleId {
        let always = Validity { from: None, until: None };
        let version = version(always, bindings, variables, cases);
        self.versions(text, vec![version])
    }

    pub fn versions(&mut self, text: &str, versions: Vec<RuleVersion>) -> RuleId {
        self.model.rules.push(Rule {
            name: text.into(),
            sources: Vec::new(),
            notes: Vec::new(),
            is_table: false,
            versions,
            span: SPAN,
            line: 1,
        });
        RuleId(self.model.rules.len() as u32 - 1)
    }

    /// `De a van een X moet berekend worden als …`, for the universal subject.
    pub fn assign(&mut self, text: &str, attribute: AttributeId, value: Expr) -> RuleId {
        let of = self.model[attribute].objecttype;
        self.rule(text, of, vec![self.case(attribute, None, value)])
    }

    /// The same with a condition.
    pub fn assign_if(
        &mut self,
        text: &str,
        attribute: AttributeId,
        condition: Condition,
        value: Expr,
    ) -> RuleId {
        let of = self.model[attribute].objecttype;
        self.rule(text, of, vec![self.case(attribute, Some(condition), value)])
    }

    /// `Een X is k indien …`.
    pub fn mark(&mut self, text: &str, kenmerk: KenmerkId, condition: Option<Condition>) -> RuleId {
        let of = self.model[kenmerk].objecttype;
        let action = Action::Mark { target: self.hij(of), kenmerk };
        self.rule(text, of, vec![Case { row: None, condition, action, span: SPAN }])
    }

    pub fn case(&self, attribute: AttributeId, condition: Option<Condition>, value: Expr) -> Case {
        let target = self.hij(self.model[attribute].objecttype);
        let action = Action::Assign { target, attribute, value };
        Case { row: None, condition, action, span: SPAN }
    }

    pub fn initialise(&mut self, text: &str, attribute: AttributeId, value: Expr) -> RuleId {
        let of = self.model[attribute].objecttype;
        let action = Action::Initialise { target: self.hij(of), attribute, value };
        self.rule(text, of, vec![Case { row: None, condition: None, action, span: SPAN }])
    }
}

pub fn version(
    validity: Validity,
    bindings: Vec<Binding>,
    variables: Vec<(&str, Expr)>,
    cases: Vec<Case>,
) -> RuleVersion {
    let variables = variables.into_iter();
    RuleVersion {
        validity,
        bindings,
        variables: variables.map(|(text, value)| Variable { name: name(text), value }).collect(),
        cases,
        text: String::new(),
        span: SPAN,
    }
}

pub fn every(objecttype: ObjectTypeId) -> Binding {
    Binding { objecttype, source: BindingSource::Every }
}

pub fn element(objecttype: ObjectTypeId) -> Binding {
    Binding { objecttype, source: BindingSource::Element }
}
