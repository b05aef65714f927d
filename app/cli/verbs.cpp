#include "app/cli/verbs.h"

namespace countersign::cli {

const QList<Verb> &allVerbs()
{
    static const QList<Verb> verbs{
        macComputeVerb(),
        macVerifyVerb(),
        jwsVerifyVerb(),
        jwtSignVerb(),
        jwtVerifyVerb(),
        jwtDecodeVerb(),
        keyGenerateVerb(),
        keyPublicVerb(),
        keyInspectVerb(),
        vaultCreateVerb(),
        vaultInfoVerb(),
        vaultCheckVerb(),
        vaultPassphraseVerb(),
        vaultDemoVerb(),
        recipeListVerb(),
        recipeShowVerb(),
        recipeCheckVerb(),
        propertyAddVerb(),
        propertyListVerb(),
        propertyShowVerb(),
        propertyEditVerb(),
        propertyArchiveVerb(),
        propertyRestoreVerb(),
        propertyRemoveVerb(),
        keysListVerb(),
        keysGenerateVerb(),
        keysImportVerb(),
        keysRotateVerb(),
        keysPromoteVerb(),
        keysRevokeVerb(),
        keysDestroyVerb(),
        keysExportPublicVerb(),
        keysExportPrivateVerb(),
        signVerb(),
        verifyVerb(),
        whoseVerb(),
        snippetListVerb(),
        snippetShowVerb(),
        snippetExportVerb(),
        activityListVerb(),
        activityCheckVerb(),
        completionVerb(),
    };
    return verbs;
}

} // namespace countersign::cli
