#pragma once

#include "core/base/error.h"

#include <functional>
#include <utility>

namespace countersign {

/// What std::expected's and_then() and transform() do, which libstdc++ has only from g++ 13 on, written as
/// a pipe: `read() | andThen(parse) | transformed(pick)`. The first failure is the result of the whole.
template<typename Function>
struct AndThen
{
    Function function;
};

template<typename Function>
struct Transformed
{
    Function function;
};

/// The next step; returns a Result.
template<typename Function>
AndThen<Function> andThen(Function function)
{
    return {std::move(function)};
}

/// The next step, which cannot fail; returns a plain value or nothing.
template<typename Function>
Transformed<Function> transformed(Function function)
{
    return {std::move(function)};
}

template<typename Value, typename Function>
auto invokeWith(Function &function, Result<Value> &&result)
{
    if constexpr (std::is_void_v<Value>) {
        return std::invoke(function);
    } else {
        return std::invoke(function, *std::move(result));
    }
}

template<typename Value, typename Function>
auto operator|(Result<Value> result, AndThen<Function> step)
{
    using Next = decltype(invokeWith(step.function, std::move(result)));
    return result ? invokeWith(step.function, std::move(result)) : Next(std::unexpected(result.error()));
}

template<typename Value, typename Function>
auto operator|(Result<Value> result, Transformed<Function> step)
    -> Result<decltype(invokeWith(step.function, std::move(result)))>
{
    if (!result) {
        return std::unexpected(result.error());
    }
    if constexpr (std::is_void_v<decltype(invokeWith(step.function, std::move(result)))>) {
        invokeWith(step.function, std::move(result));
        return {};
    } else {
        return invokeWith(step.function, std::move(result));
    }
}

} // namespace countersign
