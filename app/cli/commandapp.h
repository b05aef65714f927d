#pragma once

#include "app/cli/verb.h"

#include <CLI/CLI.hpp>

#include <deque>
#include <memory>

namespace countersign::cli {

/// A verb as CLI11 sees it, with a place for each value. Included by parser.cpp and helptext.cpp alone.
class CommandApp final
{
public:
    explicit CommandApp(const Verb &verb);

    CLI::App &app() { return m_app; }

    struct Place
    {
        QString name;
        bool isFlag = false;
        bool flag = false;
        std::vector<std::string> values;
    };
    const std::deque<Place> &places() const { return m_places; }

private:
    void addOption(const Option &option, const std::string &group);
    void addOperand(const Operand &operand);

    CLI::App m_app;
    std::deque<Place> m_places; // a deque, because CLI11 keeps references into it
};

} // namespace countersign::cli
