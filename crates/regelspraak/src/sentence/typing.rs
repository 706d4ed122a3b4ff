//! What types and units go together (sections 3.7, 6 and 8.1), and the conversions between them.

use crate::diagnostic::{Code, Diagnostic};
use crate::model::{
    Arithmetic, Comparison, Expr, ExprKind, Model, NumberType, Precision, Sign, Span, Type, Unit,
    Value,
};
use crate::number::Number;

/// A numeric type with any sign.
pub fn numeric(unit: Unit, decimals: Option<u32>) -> Type {
    Type::Number(NumberType { sign: Sign::Any, decimals, unit })
}

/// How users call a type.
pub fn describe(model: &Model, datatype: &Type) -> String {
    match datatype {
        Type::Number(number) if number.unit.is_none() => "een getal zonder eenheid".to_string(),
        Type::Number(number) => format!("een getal in {}", model.units.display(&number.unit)),
        Type::Text => "een tekst".to_string(),
        Type::Boolean => "waar of onwaar".to_string(),
        Type::Date(Precision::Day) => "een datum".to_string(),
        Type::Date(Precision::Millisecond) => "een datum met tijd".to_string(),
        Type::Enumeration(domain) => format!("een waarde van {}", model[*domain].name),
        Type::Object(objecttype) => format!("een {}", model[*objecttype].name.singular),
    }
}

/// Refuses several values where one is needed.
pub fn single(expr: Expr) -> Result<Expr, Diagnostic> {
    if !expr.many {
        return Ok(expr);
    }
    Err(Diagnostic::new(Code::Subject, expr.span, "dit zijn meer waarden, hier past er maar één")
        .label("meer dan één waarde")
        .help("gebruik ‘de som van’, ‘de maximale waarde van’ of ‘de minimale waarde van’"))
}

/// The expression as a number, or a report.
pub fn number(model: &Model, expr: &Expr) -> Result<NumberType, Diagnostic> {
    expr.number().cloned().ok_or_else(|| {
        let message =
            format!("hier past een getal, maar dit is {}", describe(model, &expr.datatype));
        Diagnostic::new(Code::Datatype, expr.span, message).label("geen getal")
    })
}

/// The expression as a date, or a report.
pub fn date(model: &Model, expr: &Expr) -> Result<Precision, Diagnostic> {
    match expr.datatype {
        Type::Date(precision) => Ok(precision),
        _ => {
            let found = describe(model, &expr.datatype);
            let message = format!("hier past een datum, maar dit is {found}");
            Err(Diagnostic::new(Code::Datatype, expr.span, message).label("geen datum"))
        }
    }
}

/// The same number in another unit. A literal 0 without unit fits every unit.
pub fn convert(model: &Model, expr: Expr, to: &Unit) -> Result<Expr, Diagnostic> {
    let own = number(model, &expr)?;
    if own.unit == *to {
        return Ok(expr);
    }
    if is_bare_zero(&expr) {
        return Ok(Expr { datatype: numeric(to.clone(), Some(0)), ..expr });
    }
    let Some(factor) = model.units.factor(&own.unit, to) else {
        let shown = |unit: &Unit| match unit.is_none() {
            true => "geen eenheid".to_string(),
            false => format!("eenheid {}", model.units.display(unit)),
        };
        let message = format!("{} en {} gaan niet samen", shown(&own.unit), shown(to));
        let report = Diagnostic::new(Code::Unit, expr.span, message)
            .label(format!("dit heeft {}", shown(&own.unit)));
        return Err(match (&expr.kind, to.is_none()) {
            (ExprKind::Literal(_), false) if own.unit.is_none() => {
                report.help(format!("zet de eenheid erachter: {}", model.units.display(to)))
            }
            _ => report,
        });
    };
    let decimals = own.decimals.and_then(|own| Some(own + factor.decimals()?));
    let datatype = numeric(to.clone(), decimals);
    if factor == Number::ONE {
        return Ok(Expr { datatype, ..expr });
    }
    let (span, many) = (expr.span, expr.many);
    Ok(Expr { kind: ExprKind::Convert { of: Box::new(expr), factor }, datatype, many, span })
}

/// Whether this is a literal 0 without a unit, which takes the unit of what stands beside it.
pub fn is_bare_zero(expr: &Expr) -> bool {
    let unit_free = expr.number().is_some_and(|number| number.unit.is_none());
    unit_free && matches!(&expr.kind, ExprKind::Literal(Value::Number(zero)) if zero.is_zero())
}

/// Two numbers in one unit: that of the left one, unless the left one is a literal 0.
pub fn align(model: &Model, left: Expr, right: Expr) -> Result<(Expr, Expr), Diagnostic> {
    let unit = number(model, if is_bare_zero(&left) { &right } else { &left })?.unit;
    Ok((convert(model, left, &unit)?, convert(model, right, &unit)?))
}

/// `left operator right`, typed.
pub fn arithmetic(
    model: &Model,
    operator: Arithmetic,
    left: Expr,
    right: Expr,
    span: Span,
) -> Result<Expr, Diagnostic> {
    if let (Type::Date(precision), Arithmetic::Plus | Arithmetic::Minus) =
        (&left.datatype, operator)
    {
        let (left, right, precision) = (single(left.clone())?, single(right)?, *precision);
        return shift(model, left, precision, right, operator, span);
    }
    if left.many && right.many {
        let message = "aan beide kanten staan hier meer waarden, dat past aan maar één kant";
        return Err(Diagnostic::new(Code::Subject, span, message)
            .label("meer dan één waarde, twee keer")
            .help(
                "tel eerst op: ‘(de som van …)’, of maak een attribuut met de uitkomst per stuk",
            ));
    }
    // With several values on one side, each is calculated with the single one.
    let many = left.many || right.many;
    let (left, right, datatype) = match operator {
        Arithmetic::Plus | Arithmetic::Minus | Arithmetic::ReducedBy => {
            let (left, right) = align(model, left, right)?;
            let (l, r) = (number(model, &left)?, number(model, &right)?);
            let decimals = l.decimals.zip(r.decimals).map(|(l, r)| l.max(r));
            let datatype = numeric(l.unit, decimals);
            (left, right, datatype)
        }
        Arithmetic::Times | Arithmetic::DividedBy | Arithmetic::DividedByAbs => {
            let (l, r) = (number(model, &left)?, number(model, &right)?);
            if let Some(percent) =
                [(&l, &left), (&r, &right)].iter().find(|(n, _)| n.unit.is_percent())
                && operator == Arithmetic::Times
            {
                return Err(Diagnostic::new(
                    Code::Unit,
                    percent.1.span,
                    "‘maal’ rekent niet met een percentage",
                )
                .label("een percentage")
                .help("schrijf het percentage voorop: ‘50% van …’"));
            }
            let sign = if operator == Arithmetic::Times { 1 } else { -1 };
            let unit = l.unit.times(&r.unit, sign).ok_or_else(|| {
                Diagnostic::new(Code::Unit, span, "de eenheid van de uitkomst wordt te groot")
            })?;
            let decimals = match operator {
                Arithmetic::Times => l.decimals.zip(r.decimals).map(|(l, r)| l + r),
                Arithmetic::DividedByAbs => Some(5),
                _ => None,
            };
            (left, right, numeric(unit, decimals))
        }
    };
    let (left, right) = (Box::new(left), Box::new(right));
    Ok(Expr { kind: ExprKind::Arithmetic { operator, left, right }, datatype, many, span })
}

fn shift(
    model: &Model,
    date: Expr,
    precision: Precision,
    amount: Expr,
    operator: Arithmetic,
    span: Span,
) -> Result<Expr, Diagnostic> {
    let unit = number(model, &amount)?.unit;
    let Some(unit) = model.units.time(&unit) else {
        let message = "bij een datum past alleen een aantal dagen, weken, maanden of jaren";
        return Err(Diagnostic::new(Code::Unit, amount.span, message)
            .label(format!("dit is {}", describe(model, &amount.datatype)))
            .help("zet de eenheid erachter, zoals 1 mnd"));
    };
    let precise = precision == Precision::Millisecond || unit < crate::model::TimeUnit::Day;
    let datatype = Type::Date(if precise { Precision::Millisecond } else { Precision::Day });
    let backwards = operator == Arithmetic::Minus;
    let kind = ExprKind::Shift { date: Box::new(date), amount: Box::new(amount), unit, backwards };
    Ok(Expr { kind, datatype, many: false, span })
}

/// `percentage van of`, typed.
pub fn percentage_of(
    model: &Model,
    percentage: Expr,
    of: Expr,
    span: Span,
) -> Result<Expr, Diagnostic> {
    let (percentage, of) = (single(percentage)?, single(of)?);
    let (p, x) = (number(model, &percentage)?, number(model, &of)?);
    // % per year of an amount is an amount per year.
    let rest = p.unit.times(&Unit::percent(), -1);
    let unit = rest.and_then(|rest| x.unit.times(&rest, 1)).ok_or_else(|| {
        Diagnostic::new(Code::Unit, span, "de eenheid van de uitkomst wordt te groot")
    })?;
    let decimals = p.decimals.zip(x.decimals).map(|(p, x)| p + x + 2);
    let kind = ExprKind::PercentageOf { percentage: Box::new(percentage), of: Box::new(of) };
    Ok(Expr { kind, datatype: numeric(unit, decimals), many: false, span })
}

/// The value as the attribuut takes it: same type, same unit, no more decimals.
pub fn assign(model: &Model, value: Expr, target: &Type, name: &str) -> Result<Expr, Diagnostic> {
    let value = single(value)?;
    let Type::Number(wanted) = target else {
        return same_type(model, value, target);
    };
    let value = convert(model, value, &wanted.unit)?;
    let own = number(model, &value)?;
    match (own.decimals, wanted.decimals) {
        (Some(own), Some(most)) if own <= most => Ok(value),
        (_, None) => Ok(value),
        (own, Some(most)) => {
            let own = own.map_or("een onbekend aantal".to_string(), |own| format!("tot {own}"));
            Err(Diagnostic::new(
                Code::Decimals,
                value.span,
                format!("‘{name}’ heeft {most} decimalen, maar dit kan er {own} hebben"),
            )
            .label("te veel decimalen")
            .help(format!(
                "rond af, bijvoorbeeld ‘rekenkundig afgerond op {most} decimalen’, of maak van \
                 het attribuut een ‘getal’ zonder aantal decimalen"
            )))
        }
    }
}

fn same_type(model: &Model, value: Expr, target: &Type) -> Result<Expr, Diagnostic> {
    if value.datatype == *target {
        return Ok(value);
    }
    let message = format!(
        "hier past {}, maar dit is {}",
        describe(model, target),
        describe(model, &value.datatype)
    );
    Err(Diagnostic::new(Code::Datatype, value.span, message).label("ander datatype"))
}

/// Two values that are compared, in one unit.
pub fn comparable(
    model: &Model,
    comparison: Comparison,
    dates: bool,
    left: Expr,
    right: Expr,
) -> Result<(Expr, Expr), Diagnostic> {
    let right = single(right)?;
    let equality = matches!(comparison, Comparison::Equal | Comparison::NotEqual);
    if let Type::Number(_) = left.datatype
        && (equality || !dates)
    {
        return align(model, left, right);
    }
    if equality || (dates && matches!(left.datatype, Type::Date(_))) {
        let right = same_type(model, right, &left.datatype)?;
        return Ok((left, right));
    }
    let (fits, help) = if dates {
        ("‘later’ en ‘eerder’ zijn voor datums", "gebruik ‘groter’ of ‘kleiner’")
    } else {
        ("‘groter’ en ‘kleiner’ zijn voor getallen", "gebruik bij datums ‘later’ of ‘eerder’")
    };
    let message = format!("{fits}, maar dit is {}", describe(model, &left.datatype));
    Err(Diagnostic::new(Code::Datatype, left.span, message).label("past hier niet").help(help))
}
