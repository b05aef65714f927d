#pragma once

#include "app/cli/verb.h"

namespace countersign::cli {

/// Every verb, in the order the help lists them.
const QList<Verb> &allVerbs();

// One function a verb, each in its own file under verbs/.
Verb macComputeVerb();
Verb macVerifyVerb();
Verb jwsVerifyVerb();
Verb jwtSignVerb();
Verb jwtVerifyVerb();
Verb jwtDecodeVerb();
Verb keyGenerateVerb();
Verb keyPublicVerb();
Verb keyInspectVerb();
Verb vaultCreateVerb();
Verb vaultInfoVerb();
Verb vaultCheckVerb();
Verb vaultPassphraseVerb();
Verb vaultRecoveryKeyCreateVerb();
Verb vaultRecoveryKeyRemoveVerb();
Verb vaultRecoverVerb();
Verb vaultRekeyVerb();
Verb vaultBackupVerb();
Verb vaultBackupsVerb();
Verb vaultRestoreVerb();
Verb vaultDemoVerb();
Verb recipeListVerb();
Verb recipeShowVerb();
Verb recipeCheckVerb();
Verb propertyAddVerb();
Verb propertyListVerb();
Verb propertyShowVerb();
Verb propertyEditVerb();
Verb propertyArchiveVerb();
Verb propertyRestoreVerb();
Verb propertyRemoveVerb();
Verb binListVerb();
Verb binTakeBackVerb();
Verb binDeleteVerb();
Verb binEmptyVerb();
Verb bundleExportVerb();
Verb bundleImportVerb();
Verb keysListVerb();
Verb keysGenerateVerb();
Verb keysImportVerb();
Verb keysRotateVerb();
Verb keysPromoteVerb();
Verb keysRevokeVerb();
Verb keysDestroyVerb();
Verb keysExportPublicVerb();
Verb keysExportPrivateVerb();
Verb signVerb();
Verb verifyVerb();
Verb whoseVerb();
Verb snippetListVerb();
Verb snippetShowVerb();
Verb snippetExportVerb();
Verb activityListVerb();
Verb activityCheckVerb();
Verb activityExportVerb();
Verb completionVerb();

} // namespace countersign::cli
