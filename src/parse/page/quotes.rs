//! The marks that mail and Markdown put before each line of what they quote: “> 4. Requests”.

/// Where they are, in bytes; nothing unless most lines begin with one.
pub fn quote_marks(source: &str) -> Vec<usize> {
    let may_be_quoted = source.starts_with('>') || source.contains("\n>");
    if !may_be_quoted {
        return Vec::new();
    }
    let (mut n_quoted, mut n_lines, mut at) = (0, 0, 0);
    let mut marks = Vec::new();
    for line in source.split_inclusive('\n') {
        n_lines += usize::from(!line.trim().is_empty());
        n_quoted += usize::from(line.starts_with('>'));
        // “> > 4.” is quoted twice.
        let head = line.len() - line.trim_start_matches(['>', ' ']).len();
        if line.starts_with('>') {
            marks
                .extend(line.bytes().take(head).enumerate().filter(|(_, byte)| *byte == b'>').map(|(i, _)| at + i));
        }
        at += line.len();
    }
    if n_quoted > 1 && n_quoted * 2 > n_lines { marks } else { Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::parse;

    #[test]
    fn a_text_quoted_in_mail_or_markdown_is_read_as_it_was_before() {
        let plain = "The General Assembly,\n\nRecalling the matter,\n\n1. Urges States to repair\nthe locks;\n\n\
                     2. Requests the Secretary-General to report.\n";
        let texts = |source: &str| {
            let parsed = parse(source);
            assert_eq!(parsed.trace.faults(source), [], "{source}");
            let paragraphs = parsed.resolution.paragraphs.into_iter();
            paragraphs.map(|paragraph| (paragraph.number, paragraph.text, paragraph.mends)).collect::<Vec<_>>()
        };
        for mark in ["> ", ">", "> > ", ">> "] {
            let quoted = format!("{mark}{}", plain.trim_end().replace('\n', &format!("\n{mark}")));
            assert_eq!(texts(&quoted), texts(plain), "{quoted}");
        }
    }

    #[test]
    fn a_sign_before_a_few_lines_is_left() {
        assert!(quote_marks("a\nb\n> 5 per cent\nc").is_empty());
        assert!(quote_marks("> 5 per cent").is_empty());
    }
}
