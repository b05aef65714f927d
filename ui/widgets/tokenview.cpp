#include "ui/widgets/tokenview.h"

#include "ui/widgets/codeview.h"
#include "ui/widgets/styling.h"
#include "ui/widgets/themecolors.h"
#include "ui/widgets/tokenhighlighter.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace countersign::ui {

namespace {

/// "▬ Header . ▬ Claims . ▬ Signature": names in the order of the parts, each with its colour.
class TokenLegend final : public QWidget
{
public:
    explicit TokenLegend(QWidget *parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setAccessibleName(names().join(QStringLiteral(", ")));
    }
    QSize sizeHint() const override { return {260, fontMetrics().height() + 4}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        QFont small = font();
        small.setPointSizeF(font().pointSizeF() * 0.92);
        painter.setFont(small);
        const ThemeColors &colors = themeColors(palette());
        const QList<QColor> parts = {colors.tokenHeader, colors.tokenClaims, colors.tokenSignature};
        qreal x = 0;
        for (int i = 0; i < parts.size(); ++i) {
            x = paintPart(painter, x, names().at(i), parts.at(i), i + 1 < parts.size());
        }
    }

private:
    static QStringList names()
    {
        return {TokenView::tr("Header"), TokenView::tr("Claims"), TokenView::tr("Signature")};
    }

    qreal paintPart(QPainter &painter, qreal x, const QString &name, const QColor &color, bool dot) const
    {
        const QFontMetricsF metrics(painter.font());
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(x, height() / 2.0 - 2, 14, 4), 2, 2);
        painter.setPen(color);
        x += 20;
        painter.drawText(QPointF(x, (height() + metrics.ascent() - metrics.descent()) / 2), name);
        x += metrics.horizontalAdvance(name) + 8;
        if (dot) {
            painter.setPen(themeColors(palette()).text);
            painter.drawText(QPointF(x, (height() + metrics.ascent() - metrics.descent()) / 2),
                             QStringLiteral("."));
            x += 10;
        }
        return x;
    }
};

} // namespace

TokenView::TokenView(QWidget *parent)
    : QWidget(parent)
    , m_view(new CodeView(CodeView::Wrap::Anywhere))
    , m_legend(new TokenLegend(this))
    , m_more(makeLabel({}, TextRole::Hint))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::tiny);
    layout->addWidget(m_view);
    layout->addWidget(m_more);
    layout->addWidget(m_legend);
    m_view->setSecret(true);
    m_view->setAccessibleName(tr("Hash or token"));
    m_view->fitToContent(2, 8);
    m_legend->hide();
    m_more->hide();
    setFocusProxy(m_view);
    auto *highlighter = new TokenHighlighter(m_view->document(), m_view);
    connect(m_view, &CodeView::paletteChanged, highlighter, &QSyntaxHighlighter::rehighlight);
}

void TokenView::setToken(const QString &token)
{
    const qsizetype hidden = token.size() - maximumShown;
    m_legend->setVisible(TokenHighlighter::looksLikeToken(token));
    m_more->setVisible(hidden > 0);
    static_cast<QLabel *>(m_more)->setText(
        hidden > 0 ? tr("and %1 more characters").arg(QLocale().toString(hidden)) : QString());
    m_view->setText(token.left(maximumShown));
}

QString TokenView::shownText() const
{
    return m_view->toPlainText();
}

void TokenView::clear()
{
    setToken({});
}

void TokenView::setPlaceholderText(const QString &text)
{
    m_view->setPlaceholderText(text);
}

} // namespace countersign::ui
