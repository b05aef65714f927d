#pragma once

namespace countersign::verify {

/// A rare mistake counts as two, so that a search tries fewer others beside it.
enum class Rarity { Usual, Rare };

constexpr int weightOf(Rarity rarity)
{
    return rarity == Rarity::Rare ? 2 : 1;
}

} // namespace countersign::verify
