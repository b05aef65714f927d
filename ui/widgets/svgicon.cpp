#include "ui/widgets/svgicon.h"

#include "ui/widgets/themecolors.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace countersign::ui {

namespace {

QColor colorFor(IconTone tone, const QPalette &palette)
{
    const ThemeColors &colors = themeColors(palette);
    switch (tone) {
    case IconTone::Text:
        return colors.text;
    case IconTone::Muted:
        return colors.muted;
    case IconTone::Accent:
        return colors.accent;
    case IconTone::OnAccent:
        return colors.onAccent;
    case IconTone::Good:
        return colors.good;
    case IconTone::Attention:
        return colors.attention;
    case IconTone::Bad:
        return colors.bad;
    }
    return colors.text;
}

QPixmap render(const QString &name, const QColor &color, QSize size)
{
    const QString key = u"countersign:%1:%2:%3"_s.arg(name, color.name()).arg(size.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap)) {
        return pixmap;
    }
    QFile file(u":/icons/%1.svg"_s.arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    QSvgRenderer renderer(file.readAll().replace("currentColor", color.name().toLatin1()));
    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedIconEngine final : public QIconEngine
{
public:
    ThemedIconEngine(QString name, IconTone tone)
        : m_name(std::move(name))
        , m_tone(tone)
    {
    }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        painter->drawPixmap(rect, pixmap((QSizeF(rect.size()) * ratio).toSize(), mode, state));
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        const IconTone tone = mode == QIcon::Disabled ? IconTone::Muted : m_tone;
        return render(m_name, colorFor(tone, QGuiApplication::palette()), size);
    }
    QIconEngine *clone() const override { return new ThemedIconEngine(m_name, m_tone); }

private:
    QString m_name;
    IconTone m_tone;
};

} // namespace

QIcon themedIcon(const QString &name, IconTone tone)
{
    return QIcon(new ThemedIconEngine(name, tone));
}

QPixmap themedPixmap(const QString &name, int size, IconTone tone, const QWidget *widget)
{
    const qreal ratio = widget->devicePixelRatioF();
    QPixmap pixmap = render(name, colorFor(tone, widget->palette()), (QSizeF(size, size) * ratio).toSize());
    pixmap.setDevicePixelRatio(ratio);
    return pixmap;
}

QIcon applicationIcon()
{
    return themedIcon(u"countersign"_s);
}

} // namespace countersign::ui
