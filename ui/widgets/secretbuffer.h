#pragma once

#include "core/base/secretbytes.h"

#include <QStringView>

namespace countersign::ui {

/// UTF-8 text under edit that never leaves secret memory: what a line edit's QString is elsewhere.
/// Positions are byte offsets that never fall inside a character.
class SecretBuffer final
{
public:
    const SecretBytes &secret() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }
    std::size_t size() const { return m_bytes.size(); }
    std::size_t caret() const { return m_caret; }
    bool isAllSelected() const { return m_allSelected; }
    int characterCount() const { return charactersIn(m_bytes.bytes()); }
    int charactersBeforeCaret() const { return charactersIn(m_bytes.bytes().first(m_caret)); }

    /// At the caret, in place of the selection.
    void insert(QStringView text);
    void set(SecretBytes bytes);
    bool removeBefore(); ///< Backspace; false when there was nothing
    bool removeAfter();  ///< Delete
    void moveBy(int characters);
    void moveToStart();
    void moveToEnd();
    void selectAll() { m_allSelected = !isEmpty(); }
    void clear();
    /// Hands the text out and is empty afterwards.
    SecretBytes take();

    static int charactersIn(ByteView utf8);

private:
    std::size_t before(std::size_t position) const;
    std::size_t after(std::size_t position) const;
    void remove(std::size_t from, std::size_t to);
    void insertBytes(ByteView bytes);

    SecretBytes m_bytes;
    std::size_t m_caret = 0;
    bool m_allSelected = false;
};

} // namespace countersign::ui
