#include "ui/actions/secrethealth.h"

#include "core/recipes/keyhealth.h"

namespace countersign::ui {

namespace {

constexpr std::size_t questionsAtATime = 100;

} // namespace

SecretHealth::SecretHealth(VaultSession &session, const recipes::RecipeCatalog &catalog, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_catalog(catalog)
{
    connect(&session, &VaultSession::stateChanged, this, &SecretHealth::follow);
    connect(&session, &VaultSession::propertiesChanged, this, &SecretHealth::follow);
    connect(&session, &VaultSession::propertyChanged, this, &SecretHealth::follow);
    follow();
}

void SecretHealth::follow()
{
    if (m_session.state() != VaultSession::State::Unlocked) {
        forget();
        return;
    }
    forgetFormerKeys();
    if (!m_isAsking) {
        askOn();
    }
}

void SecretHealth::forget()
{
    m_known.clear();
    m_isAsking = false; // the session drops answers under way
    setDoubts({});
}

/// What is known of a key says nothing of the one that took its place.
void SecretHealth::forgetFormerKeys()
{
    Doubts doubts;
    for (const recipes::Property &property : m_session.properties()) {
        const keys::KeyVersion *current = property.keys.current();
        if (current && m_known.value(property.id) == current->description.fingerprint &&
            m_doubts.contains(property.id)) {
            doubts.insert(property.id, m_doubts.value(property.id));
        }
    }
    setDoubts(doubts);
}

void SecretHealth::setDoubts(const Doubts &doubts)
{
    if (doubts != m_doubts) {
        m_doubts = doubts;
        Q_EMIT changed();
    }
}

std::vector<SecretHealth::Question> SecretHealth::nextQuestions() const
{
    std::vector<Question> questions;
    for (const recipes::Property &property : m_session.properties()) {
        const keys::KeyVersion *current = property.keys.current();
        if (current && m_known.value(property.id) != current->description.fingerprint) {
            const recipes::Recipe *recipe = m_catalog.find(property.recipeId);
            questions.push_back({property.id, current->number, current->description.fingerprint,
                                 recipe ? recipe->key : recipes::KeyRule()});
        }
        if (questions.size() == questionsAtATime) {
            break;
        }
    }
    return questions;
}

void SecretHealth::askOn()
{
    auto questions = nextQuestions();
    m_isAsking = !questions.empty();
    if (!m_isAsking) {
        return;
    }
    auto task = [questions = std::move(questions)](vault::Vault &vault) {
        std::vector<Answer> answers;
        for (const Question &question : questions) {
            const auto material = vault.keyMaterial(question.id, question.version);
            // One that cannot be read is not doubtful but damaged: using it says so.
            answers.push_back({question.id, question.fingerprint,
                               material ? recipes::healthOf(recipes::doubtsAbout(question.rule, *material))
                                        : recipes::KeyHealth::Sound});
        }
        return answers;
    };
    m_session.run(this, std::move(task), [this](const std::vector<Answer> &answers) { take(answers); });
}

void SecretHealth::take(const std::vector<Answer> &answers)
{
    Doubts doubts = m_doubts;
    for (const Answer &answer : answers) {
        m_known.insert(answer.id, answer.fingerprint);
        doubts.remove(answer.id);
        if (answer.health != recipes::KeyHealth::Sound) {
            doubts.insert(answer.id, answer.health);
        }
    }
    setDoubts(doubts);
    askOn();
}

} // namespace countersign::ui
