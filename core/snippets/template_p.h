#pragma once

#include "core/base/error.h"

#include <QByteArray>
#include <QList>
#include <QMap>

namespace countersign::snippets {

/// What a template may name. An absent name means a damaged template; an empty value switches its
/// {{#section}} off.
using TemplateValues = QMap<QByteArray, QByteArray>;

struct FilledTemplate
{
    QByteArray text;
    QList<QByteArray> emptyNames; ///< asked for, and empty; each once
};

/// Fills in a Mustache template. Nothing is escaped: the values are literals already.
Result<FilledTemplate> fillTemplate(const QByteArray &templateText, const TemplateValues &values);

} // namespace countersign::snippets
