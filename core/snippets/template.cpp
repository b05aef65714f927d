#include "core/snippets/template_p.h"

// The only file that sees the template engine.
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
#endif
#include <kainjow/mustache.hpp>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif

#include <map>

using namespace Qt::StringLiterals;

namespace countersign::snippets {

namespace {

namespace mustache = kainjow::mustache;

/// Looks names up whole ("property.appId" is one name) and remembers what was missing.
class Values final : public mustache::basic_context<std::string>
{
public:
    explicit Values(const TemplateValues &values)
    {
        for (auto i = values.begin(); i != values.end(); ++i) {
            // An empty value is false, so that a section around it is left out.
            m_data.emplace(i.key().toStdString(), i.value().isEmpty()
                                                      ? mustache::data(false)
                                                      : mustache::data(i.value().toStdString()));
        }
    }

    void push(const mustache::data *) override {}
    void pop() override {}
    const mustache::data *get_partial(const std::string &) const override { return nullptr; }

    const mustache::data *get(const std::string &name) const override
    {
        const auto found = m_data.find(name);
        if (found == m_data.end()) {
            m_unknown = QByteArray::fromStdString(name);
            return nullptr;
        }
        if (found->second.is_false()) {
            remember(QByteArray::fromStdString(name));
        }
        return &found->second;
    }

    const QByteArray &unknown() const { return m_unknown; }
    const QList<QByteArray> &empty() const { return m_empty; }

private:
    void remember(const QByteArray &name) const
    {
        if (!m_empty.contains(name)) {
            m_empty.append(name);
        }
    }

    std::map<std::string, mustache::data> m_data;
    mutable QByteArray m_unknown;
    mutable QList<QByteArray> m_empty;
};

} // namespace

Result<FilledTemplate> fillTemplate(const QByteArray &templateText, const TemplateValues &values)
{
    mustache::mustache engine(templateText.toStdString());
    if (!engine.is_valid()) {
        return failure(ErrorCode::InvalidRecipe, QString::fromStdString(engine.error_message()));
    }
    engine.set_custom_escape([](const std::string &text) { return text; });
    Values context(values);
    const QByteArray text = QByteArray::fromStdString(engine.render(context));
    if (!context.unknown().isEmpty()) {
        return failure(ErrorCode::InvalidRecipe,
                       u"nothing is named "_s + QString::fromUtf8(context.unknown()));
    }
    return FilledTemplate{text, context.empty()};
}

} // namespace countersign::snippets
