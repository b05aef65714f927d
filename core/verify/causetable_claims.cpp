#include "core/verify/causetable_p.h"

namespace countersign::verify {

namespace {

constexpr CauseRow rows[] = {
    {CauseId::TokenExpired,
     {"IDV-TOKEN-EXPIRED", QT_TRANSLATE_NOOP("Cause", "the token has expired"),
      QT_TRANSLATE_NOOP("Cause", "It {detail}."),
      QT_TRANSLATE_NOOP("Cause", "Make a new token for every page load, and check the server's clock.")}},
    {CauseId::TokenNotYetValid,
     {"IDV-TOKEN-NOT-YET-VALID", QT_TRANSLATE_NOOP("Cause", "the token is not valid yet"),
      QT_TRANSLATE_NOOP("Cause", "It is {detail}."),
      QT_TRANSLATE_NOOP(
          "Cause", "Check the clock of the server that made it, and leave \"nbf\" out if nobody needs it.")}},
    {CauseId::TokenIssuedInFuture,
     {"IDV-TOKEN-ISSUED-IN-FUTURE", QT_TRANSLATE_NOOP("Cause", "the token comes from the future"),
      QT_TRANSLATE_NOOP("Cause", "It was {detail}."),
      QT_TRANSLATE_NOOP("Cause", "Set the clock of the server that made it.")}},
    {CauseId::TokenTimeUnit,
     {"IDV-TOKEN-TIME-UNIT", QT_TRANSLATE_NOOP("Cause", "\"{claim}\" is in milliseconds"),
      QT_TRANSLATE_NOOP("Cause", "A token counts seconds: {detail}."),
      QT_TRANSLATE_NOOP("Cause", "Write Math.floor(Date.now() / 1000) instead of Date.now().")}},
    {CauseId::TokenTimeType,
     {"IDV-TOKEN-TIME-TYPE", QT_TRANSLATE_NOOP("Cause", "\"{claim}\" is not a number"),
      QT_TRANSLATE_NOOP("Cause", "It must be a JSON number of seconds: {detail}."),
      QT_TRANSLATE_NOOP("Cause", "Write the time as a number: 1790000000, not \"1790000000\" and no date.")}},
    {CauseId::TokenExpirationMissing,
     {"IDV-TOKEN-EXPIRATION-MISSING", QT_TRANSLATE_NOOP("Cause", "the token never expires"),
      QT_TRANSLATE_NOOP("Cause", "\"exp\" is missing, and it is needed here."),
      QT_TRANSLATE_NOOP("Cause", "Add \"exp\", in seconds.")}},
    {CauseId::TokenIssuer,
     {"IDV-TOKEN-ISSUER", QT_TRANSLATE_NOOP("Cause", "the issuer does not fit"),
      QT_TRANSLATE_NOOP("Cause", "\"iss\" says who made the token: {detail}."),
      QT_TRANSLATE_NOOP("Cause", "Set \"iss\" to exactly the expected text.")}},
    {CauseId::TokenAudience,
     {"IDV-TOKEN-AUDIENCE", QT_TRANSLATE_NOOP("Cause", "the audience does not fit"),
      QT_TRANSLATE_NOOP("Cause", "\"aud\" says whom the token is for: {detail}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Set \"aud\" to the expected audience, and leave it out where none is expected.")}},
    {CauseId::ClaimMissing,
     {"IDV-CLAIM-MISSING", QT_TRANSLATE_NOOP("Cause", "\"{claim}\" is missing"),
      QT_TRANSLATE_NOOP("Cause", "The vendor needs \"{claim}\" in the token."),
      QT_TRANSLATE_NOOP("Cause", "Add \"{claim}\" to the claims.")}},
    {CauseId::ClaimName,
     {"IDV-CLAIM-NAME", QT_TRANSLATE_NOOP("Cause", "it says \"{found}\" instead of \"{claim}\""),
      QT_TRANSLATE_NOOP("Cause",
                        "The claim is called \"{claim}\", letter for letter. The token has \"{found}\"."),
      QT_TRANSLATE_NOOP("Cause", "Rename \"{found}\" to \"{claim}\".")}},
    {CauseId::ClaimType,
     {"IDV-CLAIM-TYPE", QT_TRANSLATE_NOOP("Cause", "\"{claim}\" is {found}, not {expected}"),
      QT_TRANSLATE_NOOP("Cause", "\"{claim}\" must be {expected}. In the token it is {found}."),
      QT_TRANSLATE_NOOP("Cause", "Write it like this: {example}.")}},
    {CauseId::ClaimValue,
     {"IDV-CLAIM-VALUE", QT_TRANSLATE_NOOP("Cause", "\"{claim}\" is {found}, not {expected}"),
      QT_TRANSLATE_NOOP("Cause", "\"{claim}\" must be {expected}. In the token it is {found}."),
      QT_TRANSLATE_NOOP("Cause", "Set \"{claim}\" to {expected}.")}},
    {CauseId::ClaimUnexpected,
     {"IDV-CLAIM-UNEXPECTED", QT_TRANSLATE_NOOP("Cause", "\"{claim}\" does not belong in the token"),
      QT_TRANSLATE_NOOP("Cause", "The vendor takes exactly {expected} and nothing else."),
      QT_TRANSLATE_NOOP("Cause", "Leave \"{claim}\" out of the token.{hint}")}},
    {CauseId::ClaimSubjectMismatch,
     {"IDV-CLAIM-OTHER-USER", QT_TRANSLATE_NOOP("Cause", "the token is for another user"),
      QT_TRANSLATE_NOOP("Cause", "\"{claim}\" is not {subject} given here: {difference}."),
      QT_TRANSLATE_NOOP("Cause",
                        "Make the token for the user who is signed in, and write the same text into the page "
                        "and into \"{claim}\".")}},
    {CauseId::ClaimSubjectNotCompared,
     {"IDV-CLAIM-NOT-COMPARED", QT_TRANSLATE_NOOP("Cause", "the user was not compared"),
      QT_TRANSLATE_NOOP("Cause", "No user id was given, so \"{claim}\" was not compared with one."),
      QT_TRANSLATE_NOOP("Cause", "Enter the user id to check that the token is for this user.")}},
    {CauseId::ClaimNotFilledIn,
     {"IDV-CLAIM-NOT-FILLED-IN", QT_TRANSLATE_NOOP("Cause", "\"{claim}\" seems not to be filled in"),
      QT_TRANSLATE_NOOP("Cause", "\"{claim}\" is {found}. The token is right all the same."),
      QT_TRANSLATE_NOOP("Cause", "Check what the server writes into \"{claim}\".")}},
};

} // namespace

std::span<const CauseRow> claimCauses()
{
    return rows;
}

} // namespace countersign::verify
