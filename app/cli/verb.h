#pragma once

#include "app/cli/failure.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace countersign::cli {

class Session;

enum class ValueKind {
    Flag, ///< no value
    Text,
    Choice, ///< one of Option::choices
    Number,
    File,
    Folder,
};

enum class Need { Optional, Required };
enum class Repeat { Once, Many };

/// "--key-file FILE". Help, parsing, the man page and the completions are all made from this.
struct Option
{
    QString name;      ///< without dashes
    QString valueName; ///< "FILE"
    QString help;      ///< a phrase, lower case, no full stop
    ValueKind kind = ValueKind::Text;
    Need need = Need::Optional;
    Repeat repeat = Repeat::Once;
    QStringList choices = {};
    QString defaultValue = {};
    qint64 minimum = 0; ///< of a Number
    qint64 maximum = 0;

    bool isFlag() const { return kind == ValueKind::Flag; }
};

/// "MESSAGE": told by its place.
struct Operand
{
    QString name;
    QString help;
    ValueKind kind = ValueKind::Text;
    Need need = Need::Required;
};

/// One thing the program does. The words of `path` select it; where the path has a place for a property
/// ("keys P list") the property is the first operand.
struct Verb
{
    QString path;             ///< "mac compute", "keys P rotate"
    QString summary;          ///< a sentence without a full stop, for lists
    QString description = {}; ///< more sentences, when the summary does not say it all
    QList<Operand> operands = {};
    QList<Option> options = {};
    QStringList examples = {}; ///< each a line as typed, without the prompt; the first one works as it stands
    QStringList jsonKeys = {}; ///< the members of the document `--json` prints
    VerbResult (*run)(Session &session) = nullptr;

    const Option *option(const QString &name) const;
    /// The words that select it, without the property's place: "keys", "rotate".
    QStringList words() const;
    bool takesProperty() const; ///< in the middle of its path
    /// "countersign-cli keys P rotate [--import FILE]".
    QString synopsis() const;
};

/// P: a property by id or by unique name.
Operand propertyOperand();

inline constexpr const char *programName = "countersign-cli";

/// Options that every verb understands, before or after its words.
const QList<Option> &globalOptions();

} // namespace countersign::cli
