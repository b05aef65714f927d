#include "core/recipes/recipe.h"

#include "tests/fuzz/fuzztarget.h"

using namespace countersign;

namespace {

/// What the rest of the program takes for granted of a recipe.
void check(const recipes::Recipe &recipe)
{
    fuzz::require(!recipe.id.isEmpty() && !recipe.proofs.isEmpty(), "a recipe has a name and a proof");
    for (const recipes::ProofRule &proof : recipe.proofs) {
        for (const QString &field : proof.fields) {
            fuzz::require(recipe.visitorField(field), "a proof's fields exist");
        }
        if (const recipes::MacRule *mac = proof.mac()) {
            fuzz::require(recipe.visitorField(mac->messageField), "the message's field exists");
        }
    }
    for (const recipes::SnippetRule &snippet : recipe.snippets) {
        fuzz::require(recipe.proof(snippet.proofRule), "a snippet's proof exists");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto recipe = recipes::parseRecipe(fuzz::viewOfInput(data, size));
    if (recipe) {
        check(*recipe);
    } else {
        fuzz::require(!recipe.error().detail.isEmpty(), "a refusal says why");
    }
    return 0;
}
