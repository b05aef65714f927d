#include "app/cli/verbs.h"

#include "app/cli/verbs/bundlecommon.h"

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
        vaultRecoveryKeyCreateVerb(),
        vaultRecoveryKeyRemoveVerb(),
        vaultRecoverVerb(),
        vaultRekeyVerb(),
        vaultBackupVerb(),
        vaultBackupsVerb(),
        vaultRestoreVerb(),
        vaultDemoVerb(),
        bundleExportVerb(),
        bundleImportVerb(),
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
        binListVerb(),
        binTakeBackVerb(),
        binDeleteVerb(),
        binEmptyVerb(),
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
        activityExportVerb(),
        completionVerb(),
    };
    return verbs;
}

} // namespace countersign::cli
