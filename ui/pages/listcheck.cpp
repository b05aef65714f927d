#include "ui/pages/listcheck.h"

#include "core/base/filestream.h"
#include "core/events/checkevent.h"

using namespace Qt::StringLiterals;

namespace countersign::ui {

ListCheck::ListCheck(VaultSession &session, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(clock)
    , m_work(*this)
{
}

void ListCheck::start(ListCheckRequest request)
{
    const int run = m_work.begin();
    // Made first: which argument of a call is made first is open, and the other takes the request away.
    auto read = [property = request.property](vault::Vault &vault) { return readKeys(vault, property); };
    m_session.run(
        this, std::move(read), [this, run, request = std::move(request)](Result<Keys> keys) mutable {
            if (!m_work.isLatest(run)) {
                return;
            }
            if (!keys) {
                Q_EMIT failed(keys.error());
                return;
            }
            m_work.start([this, run, request = std::move(request), keys = *std::move(keys)]() mutable {
                check(request, std::move(keys), run);
            });
        });
}

/// On the vault's thread.
Result<ListCheck::Keys> ListCheck::readKeys(vault::Vault &vault, const recipes::Property &property)
{
    const verify::KeyReader read = [&vault](const recipes::PropertyId &id, int version) {
        return vault.keyMaterial(id, version);
    };
    auto own = verify::candidateKeys(property, read);
    if (!own) {
        return std::unexpected(own.error());
    }
    Keys keys{*std::move(own), {}};
    if (auto all = vault.propertiesWithKeys()) {
        keys.others = verify::otherProperties(*std::move(all), property.id);
    } else { // one by one, without the damaged ones
        keys.others = verify::otherProperties(vault.properties().value_or(QList<recipes::Property>()),
                                              property.id, read);
    }
    return keys;
}

/// On the thread of its own.
void ListCheck::check(const ListCheckRequest &request, Keys keys, int run)
{
    auto reader = FileReader::open(request.path);
    if (!reader) {
        m_work.post(run, [this, error = reader.error()] { Q_EMIT failed(error); });
        return;
    }
    bulk::ListVerification verification(request.recipe, request.property, std::move(keys.own), m_clock,
                                        request.list, verify::handOver(std::move(keys.others)));
    auto results = std::make_shared<ListResults>(ListFile::at(request.path, request.list.shape));
    const auto append = [&](const bulk::DoneRows &rows) -> Result<void> {
        results->append(rows);
        return {};
    };
    const auto tell = [&](const bulk::ListProgress &progress) {
        m_work.post(run,
                    [this, progress] { Q_EMIT progressed(progress.rows, progress.bytes, progress.elapsed); });
    };
    const auto totals = verification.run([&](std::span<unsigned char> block) { return reader->read(block); },
                                         bulk::ListObserver{append, tell}, m_work.cancellation());
    if (!totals) {
        m_work.post(run, [this, error = totals.error()] { Q_EMIT failed(error); });
        return;
    }
    results->finish(*totals, verification.outcomes());
    m_work.post(run, [this, request, results] {
        record(request, results->summary());
        Q_EMIT finished(results);
    });
}

/// How many there were, never of whom.
void ListCheck::record(const ListCheckRequest &request, const bulk::ListSummary &summary)
{
    const auto event = events::eventOf(summary);
    if (!event) {
        return;
    }
    m_session.run(
        this,
        [property = request.property, event = *event](vault::Vault &vault) {
            // A vault that cannot be written to at the moment is no reason to withhold the results.
            return vault.record(event.kind, &property, 0, event.detail);
        },
        [](const Result<void> &) {});
}

} // namespace countersign::ui
