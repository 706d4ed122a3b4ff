//! The net income against the wage: what it is made of in layers, the sum as a line, a mark at every jump.

use engine::language::{Bilingual, Language, Text};
use household::wording;
use household::work_pays::{PARTS, WorkPays, WorkPoint};
use plotters::prelude::*;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use regelspraak::number::Number;
use thiserror::Error;

/// Why there is no chart.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum ChartError {
    /// There are fewer than two points.
    #[error("Er is te weinig om te tekenen.")]
    Empty,
    /// The drawing failed.
    #[error("De grafiek kon niet worden getekend: {0}.")]
    Drawing(String),
}

impl Bilingual for ChartError {
    fn english(&self) -> String {
        match self {
            ChartError::Empty => "There is too little to draw.".to_string(),
            ChartError::Drawing(why) => format!("The chart could not be drawn: {why}."),
        }
    }
}

/// The size of the chart, in pixels.
const SIZE: (u32, u32) = (960, 600);
/// It is drawn so many times larger, since places are whole numbers.
const FINE: u32 = 4;
/// The layers, from the bottom up: the parts that each stands for, its name and its colour.
const LAYERS: [(&[&str], Text, RGBColor); 6] = [
    (
        &["eigen_inkomen"],
        Text::fixed("eigen inkomen na belasting", "own income after tax"),
        RGBColor(86, 180, 233),
    ),
    (
        &["bijstand", "aio", "studietoeslag"],
        Text::fixed("bijstand en AIO", "social assistance (bijstand, AIO)"),
        RGBColor(213, 94, 0),
    ),
    (
        &["zorgtoeslag", "huurtoeslag"],
        Text::fixed("zorgtoeslag en huurtoeslag", "healthcare and rent benefit"),
        RGBColor(0, 158, 115),
    ),
    (
        &["kindgebonden_budget", "kinderbijslag"],
        Text::fixed("kindgebonden budget en kinderbijslag", "child budget and child benefit"),
        RGBColor(240, 228, 66),
    ),
    (
        &["kinderopvangtoeslag", "kosten_kinderopvang"],
        Text::fixed(
            "kinderopvangtoeslag min de kosten van de opvang",
            "childcare benefit less the costs of childcare",
        ),
        RGBColor(204, 121, 167),
    ),
    (
        &[
            "individuele_inkomenstoeslag",
            "gemeente_meedoenregeling",
            "gemeente_zorgverzekering",
            "gemeente_kindregeling",
            "gemeente_energietoeslag",
        ],
        Text::fixed("regelingen van de gemeente", "municipal schemes"),
        RGBColor(230, 159, 0),
    ),
];
const NET: Text = Text::fixed("netto inkomen", "net income");
const WAGE: Text = Text::fixed("loon per jaar", "wage a year");
const NET_A_YEAR: Text = Text::fixed("netto per jaar", "net a year");
const A_JUMP: Text = Text::fixed("sprong van € 100 of meer", "jump of €100 or more");
/// A jump of at least so many euros a year gets a mark.
const MARKED: i64 = 100;
const FONT: (&str, u32) = ("Arial, Helvetica, sans-serif", 14 * FINE);

/// The chart, as SVG.
///
/// # Errors
///
/// [`ChartError::Empty`] with fewer than two points, [`ChartError::Drawing`] when a part cannot be
/// drawn.
pub fn work_pays_svg(answer: &WorkPays, language: Language) -> Result<String, ChartError> {
    let [Some(first), Some(last)] = [answer.points.first(), answer.points.last()] else {
        return Err(ChartError::Empty);
    };
    let span = first.gross.to_f64()..last.gross.to_f64();
    if span.is_empty() {
        return Err(ChartError::Empty);
    }
    let mut svg = String::new();
    draw(answer, span, language, &mut svg)
        .map_err(|error| ChartError::Drawing(error.to_string()))?;
    Ok(with_words(&svg, &title(answer, language), &description(answer, language)))
}

/// A layer as a band: by point the wage, and from where to where it goes.
struct Band {
    name: String,
    colour: RGBColor,
    edges: Vec<(f64, f64, f64)>,
}

/// The layers that are not nothing everywhere, each on top of the ones before. What is below 0 hangs
/// under the line of nothing.
fn bands(points: &[WorkPoint], language: Language) -> Vec<Band> {
    let mut above = vec![0.0; points.len()];
    let mut below = vec![0.0; points.len()];
    let mut bands = Vec::new();
    for (keys, name, colour) in &LAYERS {
        let mut edges = Vec::with_capacity(points.len());
        for (at, point) in points.iter().enumerate() {
            let parts = PARTS.iter().zip(&point.parts).filter(|(part, _)| keys.contains(&part.key));
            let amount: f64 = parts.map(|(_, amount)| amount.to_f64()).sum();
            let side = if amount < 0.0 { &mut below } else { &mut above };
            let from = side[at];
            side[at] += amount;
            edges.push((point.gross.to_f64(), from, side[at]));
        }
        if edges.iter().any(|(_, from, to)| from != to) {
            let name = name.get(language).to_string();
            bands.push(Band { name, colour: *colour, edges });
        }
    }
    bands
}

fn draw(
    answer: &WorkPays,
    span: std::ops::Range<f64>,
    language: Language,
    svg: &mut String,
) -> Result<(), Box<dyn std::error::Error>> {
    let points = &answer.points;
    let bands = bands(points, language);
    let net: Vec<(f64, f64)> =
        points.iter().map(|it| (it.gross.to_f64(), it.net.to_f64())).collect();
    let edges = bands.iter().flat_map(|band| band.edges.iter().map(|edge| edge.2));
    let heights = edges.chain(net.iter().map(|point| point.1));
    let (low, high) = heights.fold((0.0f64, 1.0f64), |(low, high), it| (low.min(it), high.max(it)));
    let size = (SIZE.0 * FINE, SIZE.1 * FINE);
    let fine = FINE as i32;
    // The legend stands above the layers: a line of it for each, and two more.
    let room = 1.1 + 0.055 * (bands.len() + 2) as f64;
    let area = SVGBackend::with_string(svg, size).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .caption(title(answer, language), (FONT.0, 18 * FINE))
        .margin(14 * FINE)
        .margin_right(44 * FINE)
        .x_label_area_size(46 * FINE)
        .y_label_area_size(84 * FINE)
        .build_cartesian_2d(span, low * 1.05..high * room)?;
    let euro = |amount: &f64| wording::euro(&Number::from(amount.round() as i64), language);
    chart
        .configure_mesh()
        .disable_x_mesh()
        .set_all_tick_mark_size(5 * FINE)
        .light_line_style(WHITE)
        .bold_line_style(RGBColor(225, 225, 225))
        .label_style(FONT)
        .axis_desc_style(FONT)
        .x_desc(WAGE.get(language))
        .y_desc(NET_A_YEAR.get(language))
        .x_label_formatter(&euro)
        .y_label_formatter(&euro)
        .draw()?;
    for band in bands {
        let there = band.edges.iter().map(|(wage, from, _)| (*wage, *from));
        let back = band.edges.iter().rev().map(|(wage, _, to)| (*wage, *to));
        let outline: Vec<(f64, f64)> = there.chain(back).collect();
        let colour = band.colour;
        chart
            .draw_series([Polygon::new(outline, colour.mix(0.75).filled())])?
            .label(band.name)
            .legend(move |(x, y)| {
                let box_of = [(x, y - 6 * fine), (x + 18 * fine, y + 6 * fine)];
                Rectangle::new(box_of, colour.mix(0.75).filled())
            });
    }
    let line = BLACK.stroke_width(2 * FINE);
    chart
        .draw_series(LineSeries::new(net, line))?
        .label(NET.get(language))
        .legend(move |(x, y)| PathElement::new([(x, y), (x + 18 * fine, y)], line));
    let marked = answer.breakpoints.iter().filter(|it| it.jump.abs() >= Number::from(MARKED));
    let at = |wage: &Number| {
        let point = points.iter().find(|point| point.gross == *wage);
        point.map(|point| (wage.to_f64(), point.net.to_f64()))
    };
    let marks: Vec<(f64, f64)> = marked.filter_map(|it| at(&it.gross)).collect();
    if !marks.is_empty() {
        let style = ShapeStyle::from(&BLACK).filled();
        chart
            .draw_series(marks.into_iter().map(|point| Circle::new(point, 4 * FINE, style)))?
            .label(A_JUMP.get(language))
            .legend(move |(x, y)| Circle::new((x + 9 * fine, y), 4 * FINE, style));
    }
    chart
        .configure_series_labels()
        .position(SeriesLabelPosition::UpperLeft)
        .legend_area_size(28 * FINE)
        .margin(6 * FINE)
        .background_style(WHITE.mix(0.85))
        .border_style(RGBColor(200, 200, 200))
        .label_font(FONT)
        .draw()?;
    let small = (FONT.0, 11 * FINE).into_font().color(&RGBColor(90, 90, 90));
    let foot = small.pos(Pos::new(HPos::Right, VPos::Bottom));
    let corner = (size.0 as i32 - 14 * fine, size.1 as i32 - 4 * fine);
    area.draw_text(&format!("Samenhang {}", answer.version), &foot, corner)?;
    area.present()?;
    Ok(())
}

fn title(answer: &WorkPays, language: Language) -> String {
    let (person, day) = (&answer.person, wording::day(answer.date, language));
    match language {
        Language::Dutch => {
            format!("Het loon van {person} en wat er netto overblijft ({day})")
        }
        Language::English => {
            format!("The wage of {person} and what is left, net ({day})")
        }
    }
}

/// What the chart shows, for who cannot see it.
fn description(answer: &WorkPays, language: Language) -> String {
    let euro = |amount: &Number| wording::euro(&wording::whole(amount), language);
    let ends = [answer.points.first(), answer.points.last()];
    let [Some(first), Some(last)] = ends else { return String::new() };
    let [from, until, low, high] = [&first.gross, &last.gross, &first.net, &last.net].map(euro);
    let marked = answer.breakpoints.iter().filter(|it| it.jump.abs() >= Number::from(MARKED));
    let jumps: Vec<String> = marked
        .map(|it| {
            let (wage, jump) = (euro(&it.gross), euro(&it.jump));
            match language {
                Language::Dutch => format!("boven {wage}: {jump}"),
                Language::English => format!("above {wage}: {jump}"),
            }
        })
        .collect();
    let jumps = jumps.join("; ");
    match language {
        Language::Dutch => format!(
            "Bij een loon van {from} is het netto inkomen {low} per jaar. Bij {until} is dat {high}. \
             Sprongen van € 100 of meer: {jumps}."
        ),
        Language::English => format!(
            "With a wage of {from} the net income is {low} a year. With {until} it is {high}. Jumps of \
             €100 or more: {jumps}."
        ),
    }
}

/// The drawing with its title and description as text, which a screen reader tells.
fn with_words(svg: &str, title: &str, description: &str) -> String {
    let (title, description) = (escaped(title), escaped(description));
    let words = format!(
        " role=\"img\" aria-labelledby=\"titel uitleg\">\n<title id=\"titel\">{title}</title>\n\
         <desc id=\"uitleg\">{description}</desc>\n"
    );
    let [drawn, shown] = [SIZE.0 * FINE, SIZE.0].map(|width| format!("width=\"{width}\""));
    let [high, shown_high] = [SIZE.1 * FINE, SIZE.1].map(|it| format!("height=\"{it}\""));
    let svg = svg.replacen(&drawn, &shown, 1).replacen(&high, &shown_high, 1);
    svg.replacen(">\n", &words, 1)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
