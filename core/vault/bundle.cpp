#include "core/vault/bundle.h"

#include "core/vault/bundlefile_p.h"
#include "core/vault/bundleindex_p.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace countersign::vault {

namespace {

using IndexSize = quint64; ///< how the length of the text is written

/// The keys of one property, cut off the front of what follows the text.
class KeyCutter final
{
public:
    explicit KeyCutter(ByteView keys)
        : m_rest(keys)
    {
    }

    Result<PropertyWithKeys> take(const IndexedProperty &indexed)
    {
        PropertyWithKeys taken{indexed.property, {}};
        for (const keys::KeyVersion &version : indexed.property.keys.versions()) {
            const std::size_t size = indexed.keySizes.value(version.number);
            if (size == 0) {
                continue; // destroyed
            }
            auto key = takeKey(version, size);
            if (!key) {
                return failure(ErrorCode::InvalidInput,
                               u"the key of “%1”, version %2: %3"_s.arg(indexed.property.name,
                                                                        QString::number(version.number),
                                                                        key.error().detail));
            }
            taken.keys.emplace_back(version, *std::move(key));
        }
        return taken;
    }

    bool isAtEnd() const { return m_rest.empty(); }

private:
    Result<keys::KeyMaterial> takeKey(const keys::KeyVersion &version, std::size_t size)
    {
        if (size > m_rest.size()) {
            return failure(ErrorCode::InvalidInput, u"it is cut off"_s);
        }
        auto material = keys::deserializeKeyMaterial(m_rest.first(size));
        m_rest = m_rest.subspan(size);
        if (material && keys::describe(*material) != version.description) {
            return failure(ErrorCode::InvalidInput, u"it is not the one described"_s);
        }
        return material;
    }

    ByteView m_rest;
};

/// The text and the keys behind it.
struct Parts
{
    QByteArrayView index;
    ByteView keys;
};

Result<Parts> partsOf(ByteView content)
{
    if (content.size() >= sizeof(IndexSize)) {
        const auto size = qFromBigEndian<IndexSize>(content.data());
        const ByteView rest = content.subspan(sizeof(IndexSize));
        if (size <= rest.size()) {
            return Parts{viewOf(rest.first(size)), rest.subspan(size)};
        }
    }
    return failure(ErrorCode::InvalidInput, u"its text is cut off"_s);
}

} // namespace

Result<QByteArray> sealBundle(const Bundle &bundle, const SecretBytes &passphrase,
                              const crypto::ScryptParameters &kdf)
{
    BundleIndex index{bundle.madeAt, {}};
    SecretBytes allKeys;
    for (const PropertyWithKeys &each : bundle.properties) {
        IndexedProperty indexed{each.property, {}};
        for (const auto &[version, material] : each.keys) {
            const SecretBytes key = keys::serializeKeyMaterial(material);
            indexed.keySizes.insert(version.number, key.size());
            allKeys.append(key.bytes());
        }
        index.properties.append(std::move(indexed));
    }
    const QByteArray text = writeBundleIndex(index);
    const auto size = qToBigEndian(IndexSize(text.size()));
    SecretBytes content = SecretBytes::copyOf({reinterpret_cast<const unsigned char *>(&size), sizeof size});
    content.append(bytesOf(text));
    content.append(allKeys.bytes());
    return sealBundleFile(content, passphrase, kdf);
}

namespace {

Result<Bundle> readContent(ByteView content)
{
    const auto parts = partsOf(content);
    if (!parts) {
        return std::unexpected(parts.error());
    }
    const auto index = readBundleIndex(parts->index);
    if (!index) {
        return std::unexpected(index.error());
    }
    Bundle bundle{index->madeAt, {}};
    KeyCutter keys(parts->keys);
    for (const IndexedProperty &indexed : index->properties) {
        auto taken = keys.take(indexed);
        if (!taken) {
            return std::unexpected(taken.error());
        }
        bundle.properties.push_back(*std::move(taken));
    }
    if (!keys.isAtEnd()) {
        return failure(ErrorCode::InvalidInput, u"it holds keys of no property"_s);
    }
    return bundle;
}

} // namespace

std::expected<Bundle, BundleError> openBundle(ByteView file, const SecretBytes &passphrase)
{
    const auto content = openBundleFile(file, passphrase);
    if (!content) {
        return std::unexpected(content.error());
    }
    auto bundle = readContent(content->bytes());
    if (!bundle) {
        return std::unexpected(BundleError{BundleProblem::Damaged, bundle.error().detail});
    }
    return *std::move(bundle);
}

const char *bundleSentence(BundleProblem problem)
{
    switch (problem) {
    case BundleProblem::NotABundle:
        return QT_TRANSLATE_NOOP("Bundle", "The file is not a bundle. Choose one that Countersign exported.");
    case BundleProblem::TooNew:
        return QT_TRANSLATE_NOOP(
            "Bundle", "The bundle was written by a newer Countersign. Update this one to import it.");
    case BundleProblem::Damaged:
        return QT_TRANSLATE_NOOP(
            "Bundle", "The bundle is damaged or was cut off on its way. Nothing was imported. Copy it "
                      "anew, or export it again.");
    case BundleProblem::WrongPassphrase:
        return QT_TRANSLATE_NOOP(
            "Bundle", "The passphrase does not open the bundle. Type the one it was made with; it is "
                      "not the vault's.");
    }
    return "";
}

} // namespace countersign::vault
