package dev.civicwire.contract;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/// What somebody is quoted as saying (schema.org `Quotation`). The evidence's place is the words
/// between the quotation marks; a quotation that its attribution interrupts, or that runs over
/// paragraphs, is one value for each stretch of its words.
///
/// @param speaker who says it: a person's full name as in [TaggedArticle#people()], else the body
///     or the words by which the text calls the speaker
/// @param person name of the speaker in [TaggedArticle#people()], where it is one of them
/// @param organisation name of the body that speaks, in [TaggedArticle#organisations()]
/// @param post of the speaker as the text has it
/// @param speakerAt where the text says who speaks: a name, a surname, a pronoun, a phrase
public record Quotation(
    String speaker,
    Optional<String> person,
    Optional<String> organisation,
    Optional<String> post,
    Mention speakerAt,
    @JsonUnwrapped Evidence evidence)
    implements Value {}
